/** Classic embeds, as Discord shows them beside Components V2. */

import { el } from "./dom.js";
import { outward, words } from "./draw.js";
import { picture } from "./media.js";

/** @param {any} message @param {import("./acting.js").View} view */
export const embeds = (message, view) => (message.embeds || []).map((one) => embed(one, message, view.store));

function embed(one, message, store) {
  const title = one.title && (one.url ? outward(
    one.url, [words(one.title, store)],
  ) : words(one.title, store));
  const footer = [
    one.footer?.text,
    one.timestamp && new Date(one.timestamp).toLocaleDateString("en-GB", { timeZone: store.zone }),
  ];
  return el("div", { class: "embed", style: accent(one.color) },
    el("div", { class: "embed-words" },
      one.author?.name && el("div", { class: "embed-author", text: one.author.name }),
      title && el("div", { class: "embed-title" }, title),
      one.description && el("div", { class: "content" }, words(one.description, store)),
      one.fields?.length && el("div", { class: "embed-fields" }, one.fields.map((field) =>
        el("div", { class: field.inline ? "embed-field inline" : "embed-field" },
          el(
            "div", { class: "embed-name" }, words(field.name, store),
          ), el("div", { class: "content" }, words(field.value, store))))),
      one.image && picture(one.image.url, "", message, "embed-image"),
      footer.some(Boolean) && el("div", { class: "embed-footer", text: footer.filter(Boolean).join(" • ") })),
    one.thumbnail && picture(one.thumbnail.url, "", message, "thumbnail"));
}

/** The edge's colour as a custom property. @param {number|null|undefined} colour */
export const accent = (colour) =>
  (Number.isInteger(colour) ? { "--accent": `#${colour.toString(16).padStart(6, "0")}` } : {});
