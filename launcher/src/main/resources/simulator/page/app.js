import { call } from "./api.js";
import { bubble, dayOf, summary, timeOf } from "./bubbles.js";
import { drawDrawer, toggleDrawer } from "./drawer.js";
import { element } from "./dom.js";
import { applyLabels, label, otherLanguage, switchLanguage } from "./labels.js";

const at = (id) => document.getElementById(id);
const COLOURS = ["#0b6e4f", "#8a5a12", "#3b5b92", "#8c3b5a", "#5b6b2b", "#6a4c93"];
const AGENCY = "Travel Umroh CS";
const ADS = [
  { text: "Halo! Saya tertarik dengan paket UMR_MAR_2027_HEMAT", ad: { source_id: "120233370961630653", source_url: "https://fb.me/2Zwn6LgKm", source_app: "facebook", ctwa_clid: "Afj8G_VXdsBJqPRMsX45t6ZBZI99JrDEMO1", title: "Umroh Hemat Maret 2027", body: "Mulai 25 juta, 9 hari dari Jakarta", greeting: "Assalamualaikum, ada yang bisa kami bantu?" } },
  { text: "Halo! Bisakah saya mendapatkan info selengkapnya tentang ini?", ad: { source_id: "120233370961630777", source_url: "https://fb.me/5Yrb1QaTz", source_app: "instagram", ctwa_clid: "Afj8G_VXdsBJqPRMsX45t6ZBZI99JrDEMO2", title: "Umroh Ramadhan 2027", body: "Rasakan Ramadhan di Tanah Suci", greeting: "Assalamualaikum, ada yang bisa kami bantu?" } },
];

let chats = [];
let current = localStorage.getItem("customer");
let side = "customer";
let replyTo = null;
let editing = null;
let followed = true;
const seen = new Map();
const bubbles = new Map();

async function refreshChats() {
  chats = await call("chats");
  if (!chats.some((chat) => chat.id === current)) current = chats[0]?.id;
  drawChats();
}

function drawChats() {
  const sorted = [...chats].sort((a, b) => (b.last_message?.at ?? 0) - (a.last_message?.at ?? 0));
  at("customers").replaceChildren(...sorted.map((chat) => {
    const unread = chat.id !== current && chat.message_count > (seen.get(chat.id) ?? chat.message_count);
    if (!seen.has(chat.id) || chat.id === current) seen.set(chat.id, chat.message_count);
    return element(
      "button",
      { type: "button", class: `person ${chat.id === current ? "chosen" : ""}`, "data-customer": chat.id, onclick: () => choose(chat.id) },
      avatar(chat.name),
      element("span", { class: "grow" },
        element("b", {}, chat.name),
        element("span", { class: "quiet line" }, chat.typing ? label("typing") : chat.last_message ? summary(chat.last_message) : chat.phone ? "+" + chat.phone : chat.chat)),
      element("span", { class: "side" }, chat.last_message ? timeOf(chat.last_message.at) : "", unread ? element("span", { class: "dot" }) : null),
    );
  }));
}

function avatar(name) {
  const node = element("span", { class: "avatar" });
  paint(node, name);
  return node;
}

function paint(node, name) {
  const letters = name.replace(/^H\. /, "").split(/\s+/).map((word) => word[0]).join("").slice(0, 2);
  node.textContent = letters.toUpperCase();
  node.style.setProperty("--shade", COLOURS[[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % COLOURS.length]);
}

function choose(id) {
  current = id;
  localStorage.setItem("customer", id);
  leaveModes();
  followed = true;
  at("thread").replaceChildren();
  drawChats();
  drawThread();
  at("text").focus();
}

async function drawThread() {
  if (!current) return;
  const chat = await call("chats/" + encodeURIComponent(current));
  if (chat.id !== current) return;
  const partner = side === "customer" ? AGENCY : chat.name;
  paint(at("avatar"), partner);
  at("chat-name").textContent = side === "customer" ? `${AGENCY} ← ${chat.name}` : chat.name;
  at("chat-status").textContent = chat.typing && side === "customer" ? label("typing") : `${label("online")} · ${chat.chat}`;
  at("chat-status").classList.toggle("typing", chat.typing && side === "customer");
  const thread = at("thread");
  const nodes = [];
  let day = null;
  for (const message of chat.messages) {
    if (dayOf(message.at) !== day) nodes.push(element("p", { class: "day" }, (day = dayOf(message.at))));
    nodes.push(drawn(message, chat));
  }
  if (nodes.length === 0) nodes.push(element("p", { class: "day" }, label("empty")));
  if (chat.typing && side === "customer") nodes.push(element("p", { class: "bubble theirs dots", "aria-label": label("typing") }, element("i"), element("i"), element("i")));
  const before = thread.scrollTop;
  thread.replaceChildren(...nodes);
  thread.scrollTop = before;
  toEnd();
}

/** The bubble that is already there when nothing about it changed: menus stay open, players play on. */
function drawn(message, chat) {
  const key = `${chat.id} ${message.from_me} ${message.id}`;
  const look = JSON.stringify([message, side, document.documentElement.lang, message.reply_to && chat.messages.length]);
  if (bubbles.get(key)?.look !== look) bubbles.set(key, { look, node: draw(message, chat) });
  return bubbles.get(key).node;
}

function toEnd() {
  const thread = at("thread");
  if (followed) thread.scrollTop = thread.scrollHeight;
}

function draw(message, chat) {
  const mine = message.from_me === (side === "agency");
  const order = { customer: chat.id, message_id: message.id };
  const react = (emoji) => call("reactions", { ...order, text: emoji, own: side === "agency" }).catch(report);
  const actions = [
    [label("reply"), () => quote(message)],
    ...["👍", "❤️", "🙏"].map((emoji) => [emoji, () => react(emoji)]),
  ];
  if (mine && ["text", "image", "document"].includes(message.kind)) actions.push([label("edit"), () => edit(message)]);
  if (mine) actions.push([label("remove"), () => call("revokes", order).catch(report)]);
  const quoted = message.reply_to ? chat.messages.find((one) => one.id === message.reply_to) : null;
  return bubble(message, { mine, quoted, actions });
}

function quote(message) {
  replyTo = message.id;
  showBar("↩ " + summary(message));
}

function edit(message) {
  editing = message.id;
  at("text").value = message.text ?? "";
  showBar("✎ " + summary(message));
}

function showBar(text) {
  at("quote").replaceChildren(text, element("button", { type: "button", class: "plain", onclick: leaveModes }, "✕"));
  at("quote").hidden = false;
  at("text").focus();
}

function leaveModes() {
  replyTo = null;
  if (editing) at("text").value = "";
  editing = null;
  at("quote").hidden = true;
}

async function write(message) {
  try {
    const path = side === "customer" ? "messages" : "own-messages";
    await call(path, { customer: current, reply_to: replyTo, ...message });
    leaveModes();
  } catch (error) {
    report(error);
  }
}

async function submit(event) {
  event?.preventDefault();
  const text = at("text").value.trim();
  if (!text) return;
  if (editing) await call("edits", { customer: current, message_id: editing, text }).catch(report);
  else await write({ kind: "text", text });
  at("text").value = "";
  leaveModes();
}

function report(error) {
  at("state").textContent = "⚠ " + error.message;
}

async function drawTools() {
  const [state, codes] = await Promise.all([call("state"), call("codes")]);
  at("state").textContent = `${state.engine} · ${state.session}${state.faults.sends === "none" ? "" : " · ⚠"}`;
  const pictures = state.attachments.filter((name) => name.endsWith(".jpg"));
  const choices = [
    ...pictures.map((file) => [`${label("image")}: ${file.replace(".jpg", "").replace("-", " ")}`, { kind: "image", file, text: file.startsWith("bukti") ? "Ini bukti transfer DP ya kak" : null }]),
    [label("document"), { kind: "document" }], [label("location"), { kind: "location" }],
    [label("audio"), { kind: "audio" }], [label("sticker"), { kind: "sticker" }], [label("contact"), { kind: "contact" }],
  ];
  at("attachments").replaceChildren(...choices.map(([name, message]) =>
    element("button", { type: "button", onclick: () => { at("attach").open = false; write(message); } }, name)));
  at("suggestions").replaceChildren(
    ...ADS.map(({ text, ad }) => element("button", { type: "button", class: "ad-button", title: text, onclick: () => write({ kind: "text", text, ad }) }, `${label("clickAd")}: ${ad.title}`)),
    ...codes.map(({ code, name }) => element("button", { type: "button", class: "code", title: name, onclick: () => write({ kind: "text", text: code }) }, code)),
    ...label("quick").map((text) => element("button", { type: "button", onclick: () => write({ kind: "text", text }) }, text)),
  );
}

function chooseSide(next) {
  side = next;
  at("as-customer").classList.toggle("chosen", side === "customer");
  at("as-agency").classList.toggle("chosen", side === "agency");
  at("suggestions").hidden = side === "agency";
  leaveModes();
  drawThread();
}

async function addCustomer(event) {
  event.preventDefault();
  const data = Object.fromEntries(new FormData(at("customer-form")));
  if (data.addressing === "lid_unresolvable" || !data.phone) delete data.phone;
  try {
    const added = await call("customers", data);
    at("customer-dialog").close();
    at("customer-form").reset();
    await refreshChats();
    choose(added.id);
  } catch (error) {
    at("customer-error").textContent = error.message;
  }
}

function listen() {
  const events = new EventSource("simulator/events");
  events.onopen = () => everything();
  events.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === "alive") return;
    if (event.type === "state" || event.type === "reset") return everything();
    soon("chats", refreshChats);
    if (event.customer === current) soon("thread", drawThread);
    soon("drawer", drawDrawer);
  };
}

const planned = new Set();
function soon(name, run) {
  if (planned.has(name)) return;
  planned.add(name);
  setTimeout(() => { planned.delete(name); run().catch?.(report); }, 60);
}

async function everything() {
  applyLabels();
  at("language").textContent = otherLanguage();
  await refreshChats();
  await Promise.all([drawThread(), drawTools(), drawDrawer()]);
}

at("thread").addEventListener("scroll", ({ target }) => (followed = target.scrollHeight - target.scrollTop - target.clientHeight < 120));
for (const loaded of ["load", "loadedmetadata"]) at("thread").addEventListener(loaded, toEnd, true);
at("compose").addEventListener("submit", submit);
at("text").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) submit(event); });
at("language").addEventListener("click", () => { switchLanguage(); everything(); });
at("open-drawer").addEventListener("click", toggleDrawer);
at("new-customer").addEventListener("click", () => at("customer-dialog").showModal());
at("customer-cancel").addEventListener("click", () => at("customer-dialog").close());
at("customer-form").addEventListener("submit", addCustomer);
at("as-customer").addEventListener("click", () => chooseSide("customer"));
at("as-agency").addEventListener("click", () => chooseSide("agency"));
chooseSide("customer");
listen();
