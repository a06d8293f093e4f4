/** Help for newcomers: what to begin with, and what helps where a line does nothing. */

import { el } from "./dom.js";

/** A channel's first buttons: a command for the composer each, and a step of the clock.
 * @param {import("./store.js").Store} store */
export function starts(store) {
  const begin = (one) => start(one.words, one.line, () => store.emit("type", one.line));
  const move = start("Move the clock", "to tomorrow, 8:00", () => store.emit("advance", { to: "tomorrow 8:00" }));
  if (!store.starts.length) return null;
  return el("div", { class: "starts", role: "group", "aria-label": "Begin with" }, store.starts.map(begin), move);
}

/** What helps somebody who typed this here, as nodes; nothing where the sandbox is out of reach.
 * @param {import("./store.js").Store} store @param {string} text @returns {Promise<Node[]>} */
export async function helpFor(store, text) {
  const found = await store.live.ask("hint", { channel: store.channel, text }).catch(() => null);
  if (!found) return [];
  const lines = found.lines.map((line) => el("button", {
    class: "button secondary small", type: "button", text: line, on: { click: () => store.emit("type", line) },
  }));
  const href = found.be && `/?${new URLSearchParams({ person: found.be.id, line: text })}`;
  const be = href && el("a", { class: "button primary small", href, text: `Be ${found.be.name}` });
  return [el("span", { text: found.text }), be, ...lines].filter(Boolean);
}

const start = (words, line, press) => el("button", { class: "start-with", type: "button", on: { click: press } },
  el("b", { text: words }), el("span", { text: line }));
