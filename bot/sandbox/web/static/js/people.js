/** Faces: people's initials on a colour of their own, their names, the mark of an app, emoji. */

import { el, span } from "./dom.js";

const COLOURS = 8;

/** @param {any} user @returns {string} */
export const nameOf = (user) => user?.global_name || user?.username || "someone";

/** A round picture made of letters. @param {any} user @param {string} [size] "small", "tiny" or none */
export function avatar(user, size = "") {
  const name = nameOf(user);
  const letters = (name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) || ["?"]).slice(0, size === "tiny" ? 1 : 2);
  return el(
    "span",
    {
      class: `avatar ${size}`.trim(), "aria-hidden": "true", data: { colour: colourOf(user) },
      text: letters.join(""),
    },
  );
}

/** The mark that says an author is an app. */
export const badge = () => span("badge", "APP", { title: "An app" });

/** @param {any} user @returns {string} the number of a colour, the same every time */
export function colourOf(user) {
  if (user?.bot) return "bot";
  const sum = [...nameOf(user)].reduce((so, letter) => (so * 29 + letter.charCodeAt(0)) % 9973, 7);
  return String(sum % COLOURS);
}

/** An emoji on a button or option; one of a server's own shows its name. @param {any} emoji */
export function face(emoji) {
  if (!emoji) return null;
  return el(
    "span",
    {
      class: emoji.id ? "emoji own" : "emoji", text: emoji.id ? `:${emoji.name}:` : emoji.name,
      "aria-hidden": "true",
    },
  );
}
