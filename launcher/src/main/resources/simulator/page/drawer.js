import { call } from "./api.js";
import { element } from "./dom.js";
import { label } from "./labels.js";
import { timeOf } from "./bubbles.js";

const drawer = document.getElementById("drawer");

export function toggleDrawer() {
  drawer.hidden = !drawer.hidden;
  if (!drawer.hidden) drawDrawer();
}

/** Faults, session, figures and the newest calls. */
export async function drawDrawer() {
  if (drawer.hidden || drawer.contains(document.activeElement)) return refreshCalls();
  const state = await call("state");
  const { faults } = state;
  const sends = select("sends", faults.sends, [["none", "none"], ["500", "error500"], ["422", "error422"], ["timeout_after_accept", "timeout"], ["hang", "hang"]]);
  const form = element(
    "form",
    { onsubmit: (event) => { event.preventDefault(); apply(new FormData(form)); } },
    element("h3", {}, label("sends")), sends,
    field("count", element("input", { name: "count", type: "number", min: 0, value: faults.count })),
    element("h3", {}, label("webhooks")),
    ...["duplicate", "twins", "shuffle", "drop"].map((name) =>
      element("label", { class: "row" }, element("input", { type: "checkbox", name, checked: faults.webhooks[name] }), label(name))),
    field("delay", element("input", { name: "delay_ms", type: "number", min: 0, value: faults.webhooks.delay_ms })),
    field("ticks", select("acks", faults.acks, ["READ", "DEVICE", "SERVER", "PENDING"].map((ack) => [ack, ack]))),
    field("session", select("session", state.session, ["WORKING", "STARTING", "SCAN_QR_CODE", "FAILED", "STOPPED"].map((s) => [s, s]))),
    element("menu", {}, element("button", { type: "button", class: "plain", onclick: () => clear() }, label("clear")), element("button", { type: "submit" }, label("apply"))),
  );
  const figures = element("p", { id: "figures", class: "quiet" });
  const calls = element("ol", { id: "calls" });
  drawer.replaceChildren(
    element("header", {}, element("h2", { class: "grow" }, label("faults")), element("button", { type: "button", class: "plain", onclick: toggleDrawer, title: label("close") }, "✕")),
    form, element("h3", {}, label("calls")), figures, calls,
  );
  await refreshCalls();
}

async function refreshCalls() {
  const list = document.getElementById("calls");
  if (drawer.hidden || !list) return;
  const [state, calls] = await Promise.all([call("state"), call("calls?since=" + (Date.now() - 3600000))]);
  const { waiting, delivered, failures, lost } = state.webhooks;
  document.getElementById("figures").textContent =
    `${label("webhooks")}: ${delivered} ${label("delivered")}, ${waiting} ${label("waiting")}, ${failures} ${label("failures")}, ${lost} ${label("lost")}`;
  list.replaceChildren(...calls.slice(-40).reverse().map((one) =>
    element("li", { class: one.outcome }, element("time", {}, timeOf(one.at)), " ", one.path.replace("/api", ""), " ", element("b", {}, one.status || "—"), " ", one.outcome)));
}

async function apply(data) {
  await call("faults", {
    sends: data.get("sends"),
    count: Number(data.get("count")),
    acks: data.get("acks"),
    webhooks: {
      duplicate: data.has("duplicate"), twins: data.has("twins"), shuffle: data.has("shuffle"), drop: data.has("drop"),
      delay_ms: Number(data.get("delay_ms")),
    },
  });
  const state = await call("state");
  if (state.session !== data.get("session")) await call("session", { status: data.get("session") });
  redraw();
}

async function clear() {
  await call("faults", {});
  redraw();
}

function redraw() {
  document.activeElement?.blur();
  drawDrawer();
}

const field = (name, input) => element("label", {}, element("span", {}, label(name)), input);

const select = (name, value, options) =>
  element("select", { name }, options.map(([option, text]) => element("option", { value: option, selected: option === value }, label(text))));
