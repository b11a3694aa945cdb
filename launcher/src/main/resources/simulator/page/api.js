/** Calls the simulator's control API; a refusal becomes an Error with its own words. */
export async function call(path, body) {
  const response = await fetch("simulator/" + path, body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `${response.status}`);
  return answer;
}
