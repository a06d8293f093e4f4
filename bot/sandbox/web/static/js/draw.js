/** Markdown's parts as elements, with names and moments as this reader sees them. */

import { el } from "./dom.js";
import { parse } from "./markdown.js";
import { moment } from "./moments.js";

/** @typedef {import("./markdown.js").Part} Part */
/** @typedef {import("./store.js").Store} Store */

const TAGS = { strong: "strong", em: "em", underline: "u", strike: "s", quote: "blockquote" };

/** Draw a text. @param {string} source @param {Store} store @returns {DocumentFragment} */
export function words(source, store) {
  const drawn = document.createDocumentFragment();
  drawn.append(...all(parse(source), store));
  return drawn;
}

/** Show every moment below `root` as of the clock now. @param {Element} root @param {Store} store */
export function refreshMoments(root, store) {
  for (const shown of root.querySelectorAll("time[data-seconds]")) {
    const { seconds, style } = shown.dataset;
    const text = moment(Number(seconds), style || "f", store);
    if (shown.textContent !== text) shown.textContent = text;
  }
}

const all = (parts, store) => parts.map((part) => drawn(part, store));

/** @returns {Node} */
function drawn(part, store) {
  const draw = DRAWN[part.type];
  if (draw) return draw(part, store);
  return el(TAGS[part.type], {}, all(part.parts, store));
}

/** @type {Object<string, (part: Part, store: Store) => Node>} */
const DRAWN = {
  text: (part) => document.createTextNode(part.text),
  heading: (part, store) => el(`h${part.level + 2}`, { class: `h${part.level}` }, all(part.parts, store)),
  subtext: (part, store) => el("small", { class: "subtext" }, all(part.parts, store)),
  list: (part, store) =>
    el(part.ordered ? "ol" : "ul", { start: part.ordered && part.start !== 1 ? part.start : null },
      part.items.map((item) => el("li", {}, all(item, store)))),
  code: (part) => el("code", { text: part.text }),
  codeblock: (part) => el(
    "pre", { tabindex: "0", "aria-label": `Code ${part.language}`.trim() },
    el("code", { text: part.text }),
  ),
  link: (part, store) => outward(part.url, all(part.parts, store)),
  spoiler: (part, store) => spoiler(part, store),
  time: (part, store) => time(part, store),
  emoji: (part) => el("span", { class: "custom-emoji", title: part.name, text: part.name }),
  user: (part, store) => mention("@", store.names.users[part.id] || "unknown-user", part.id === store.me?.id),
  role: (part, store) => mention("@", (store.names.roles[part.id] || "unknown-role").replace(/^@/, "")),
  channel: (part, store) => place(part, store),
  command: (part) => mention("", part.name),
  everyone: (part) => mention("", part.name, true),
};

/** A link that leaves the page. @param {string} url http(s) only; anything else is text
 * @param {(Node|string)[]} inner @param {string} [look] */
export function outward(url, inner, look = "link") {
  if (!/^https?:\/\//i.test(url)) return el("span", {}, inner);
  return el("a", { class: look, href: url, target: "_blank", rel: "noopener noreferrer" }, inner);
}

function spoiler(part, store) {
  const hidden = el("span", { class: "spoiler-inner", "aria-hidden": "true" }, all(part.parts, store));
  const cover = el(
    "span",
    {
      class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler, press to show",
      "aria-expanded": "false",
    },
    hidden,
  );
  const show = (event) => {
    if (cover.classList.contains("shown")) return;
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label", "aria-expanded"]) cover.removeAttribute(name);
    hidden.removeAttribute("aria-hidden");
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", show);
  return cover;
}

function time(part, store) {
  const shown = moment(part.seconds, part.style, store);
  const valid = shown !== "Invalid date";
  return el("time", {
    class: "moment", text: shown,
    datetime: valid ? new Date(part.seconds * 1000).toISOString() : null,
    title: valid ? moment(part.seconds, "F", store) : null,
    data: { seconds: part.seconds, style: part.style },
  });
}

function mention(sign, name, loud = false) {
  return el("span", { class: loud ? "mention loud" : "mention", text: `${sign}${name}` });
}

function place(part, store) {
  const name = store.names.channels[part.id];
  if (!name) return mention("#", "unknown");
  return el("a", { class: "mention", href: `#${part.id}`, text: `#${name}`,
    on: { click: (event) => { event.preventDefault(); store.open(part.id); } } });
}
