// Message text only ever becomes text nodes: nothing here reads HTML.

/** An element with attributes and children; strings become text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const MARKS = [
  [/```([\s\S]+?)```/, "code"],
  [/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/, "strong"],
  [/(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/, "em"],
  [/(?<![\w~])~(?=\S)([^~\n]*?\S)~(?![\w~])/, "s"],
];
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]*_~]/;

/** WhatsApp's own formatting: *bold*, _italic_, ~struck~, ```mono```, links and line breaks. */
export function formatted(text) {
  const link = LINK.exec(text);
  let first = link ? { at: link.index, length: link[0].length, node: () => anchor(link[0]) } : null;
  for (const [pattern, tag] of MARKS) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.at)) {
      const inside = tag === "code" ? [match[1]] : null;
      first = {
        at: match.index,
        length: match[0].length,
        node: () => element(tag, {}, inside ?? formatted(match[1])),
      };
    }
  }
  if (!first) return text === "" ? [] : [text];
  return [
    ...(first.at > 0 ? [text.slice(0, first.at)] : []),
    first.node(),
    ...formatted(text.slice(first.at + first.length)),
  ];
}

function anchor(url) {
  const video = /\.(mp4|webm)(\?|$)|youtu\.?be/.test(url);
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, (video ? "▶ " : "") + url);
}
