import { element, formatted } from "./dom.js";
import { label, locale } from "./labels.js";

const TICKS = { PENDING: "◷", SERVER: "✓", DEVICE: "✓✓", READ: "✓✓" };

export const timeOf = (at) => new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

export function dayOf(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return label("today");
  if (days === 1) return label("yesterday");
  return new Date(at).toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" });
}

/** A line that stands for a message in a list. */
export function summary(message) {
  if (message.kind === "revoked") return "⊘ " + label("revoked");
  const text = message.text ?? message.title ?? message.filename ?? "";
  return message.kind === "text" ? text : [label(message.kind), text].filter(Boolean).join(" · ");
}

/** One bubble; `mine` tells the side, `actions` its menu. */
export function bubble(message, { mine, quoted, actions }) {
  const node = element(
    "article",
    { class: `bubble ${mine ? "mine" : "theirs"} ${message.kind}`, "data-id": message.id, "data-kind": message.kind },
    message.ad && message.kind !== "revoked" ? adCard(message.ad) : null,
    quoted ? element("div", { class: "quoted" }, summary(quoted)) : null,
    content(message),
    foot(message, mine),
    reactions(message),
  );
  if (message.kind !== "revoked" && actions.length > 0) node.append(menu(actions));
  return node;
}

function content(message) {
  const caption = message.text ? element("p", { class: "text" }, formatted(message.text)) : null;
  switch (message.kind) {
    case "revoked":
      return element("p", { class: "text quiet" }, "⊘ " + label("revoked"));
    case "image":
    case "sticker":
      return [
        element("a", { href: message.media_url, target: "_blank" }, element("img", { src: message.media_url, alt: message.filename ?? "" })),
        caption,
      ];
    case "video":
      return [element("video", { src: message.media_url, controls: true, preload: "metadata" }), caption];
    case "audio":
      return element("audio", { src: message.media_url, controls: true });
    case "document":
      return [documentCard(message), caption];
    case "location":
      return placeCard(message);
    case "contact":
      return element("div", { class: "card" }, element("span", { class: "big" }, (message.title ?? "?")[0]), element("div", {}, element("b", {}, message.title), element("p", { class: "quiet" }, "+" + message.phone)));
    default:
      return caption;
  }
}

function documentCard(message) {
  const type = (message.filename ?? message.media_url).split(".").pop().toUpperCase();
  return element(
    "a",
    { class: "card", href: message.media_url, target: "_blank" },
    element("span", { class: "page" }, type),
    element("div", {}, element("b", {}, message.filename ?? label("document")), element("p", { class: "quiet" }, `${Math.max(1, Math.round(message.size / 1024))} kB · ${type}`)),
  );
}

function placeCard(message) {
  const url = `https://www.openstreetmap.org/?mlat=${message.latitude}&mlon=${message.longitude}#map=17/${message.latitude}/${message.longitude}`;
  return element(
    "a",
    { class: "place", href: url, target: "_blank", rel: "noopener noreferrer", title: label("openMap") },
    element("div", { class: "map" }, element("span", { class: "pin" })),
    element("b", {}, message.title ?? label("location")),
    element("p", { class: "quiet" }, message.address ?? `${message.latitude}, ${message.longitude}`),
  );
}

function adCard(ad) {
  return element("div", { class: "ad" }, element("small", {}, `${label("ad")} · ${ad.source_app ?? "Meta"}`), element("b", {}, ad.title ?? ad.source_id), element("p", { class: "quiet" }, ad.body ?? ""));
}

function foot(message, mine) {
  const parts = [message.edited ? label("edited") + " · " : "", timeOf(message.at)];
  const human = message.from_me && message.source === "app" ? element("span", { title: label("fromPhone") }, "☎ ") : null;
  const ticks = mine && message.kind !== "revoked" ? element("span", { class: `ticks ${message.ack.toLowerCase()}`, title: message.ack }, " " + (TICKS[message.ack] ?? "")) : null;
  return element("footer", {}, human, parts.join(""), ticks);
}

function reactions(message) {
  const all = [message.customer_reaction, message.own_reaction].filter(Boolean);
  return all.length === 0 ? null : element("div", { class: "reactions" }, all.join(" "));
}

function menu(actions) {
  const list = element("div", { class: "menu" });
  const details = element("details", { class: "actions" }, element("summary", {}, "⌄"), list);
  for (const [name, run] of actions) {
    list.append(element("button", { type: "button", onclick: () => { details.open = false; run(); } }, name));
  }
  return details;
}
