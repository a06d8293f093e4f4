/** Discord's components as elements: layouts, texts, buttons, and the head of every select. */

import { el, icon, span } from "./dom.js";
import { outward, words } from "./draw.js";
import { accent } from "./embeds.js";
import { fileCard, gallery, picture, veil } from "./media.js";
import { face } from "./people.js";
import { select } from "./selects.js";

const ROW = 1, BUTTON = 2, SECTION = 9, TEXT = 10, THUMBNAIL = 11, GALLERY = 12;
const FILE = 13, SEPARATOR = 14, CONTAINER = 17;
const SELECTS = [3, 5, 6, 7, 8];
const LOOKS = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary", 6: "primary" };
const LINK = 5;

/** @typedef {import("./acting.js").View} View */

/** @param {any[]} parts @param {any} message @param {View} view @returns {Node[]} */
export const components = (parts, message, view) =>
  parts.map((part) => DRAWN[part.type]?.(part, message, view)).filter(Boolean);

/** @type {Object<number, (part: any, message: any, view: View) => Node>} */
const DRAWN = {
  [ROW]: (part, message, view) => el("div", { class: "action-row" }, components(part.components, message, view)),
  [BUTTON]: button,
  [SECTION]: (part, message, view) => el("div", { class: "section" },
    el("div", { class: "section-texts" }, components(part.components, message, view)),
    el("div", { class: "section-accessory" }, components([part.accessory], message, view))),
  [TEXT]: (part, _message, view) => el("div", { class: "content" }, words(part.content, view.store)),
  [THUMBNAIL]: (part, message) => picture(part.media.url, part.description, message, "thumbnail"),
  [GALLERY]: (part, message) => gallery(part.items, message),
  [FILE]: (part, message) => fileCard({
    filename: part.name, size: part.size, url: part.file.url, attachments: message.attachments,
  }),
  [SEPARATOR]: separator,
  [CONTAINER]: container,
};
for (const kind of SELECTS) DRAWN[kind] = select;

function container(part, message, view) {
  const inner = components(part.components, message, view);
  const edge = part.accent_color === null || part.accent_color === undefined ? "" : "accented";
  const box = el("div", { class: `container ${edge}`, style: accent(part.accent_color) }, inner);
  if (part.spoiler) box.append(veil());
  return box;
}

function separator(part) {
  const line = part.divider !== false;
  const look = ["separator", line && "line", part.spacing === 2 && "wide"].filter(Boolean).join(" ");
  return el("div", { class: look, role: line ? "separator" : null });
}

function button(part, message, view) {
  const label = [face(part.emoji), part.label ? span("button-label", part.label) : null];
  const look = `button ${LOOKS[part.style] || "secondary"}`;
  if (part.style === LINK && part.disabled) return el("span", { class: `${look} off` }, label);
  if (part.style === LINK) return outward(part.url, [...label.filter(Boolean), icon("out")], look);
  const made = el("button", {
    class: look, type: "button", disabled: part.disabled, data: { key: part.custom_id },
    "aria-label": part.label ? null : part.emoji?.name,
  }, label);
  made.addEventListener("click", () => view.use(made, message, "press", { custom_id: part.custom_id }));
  return made;
}
