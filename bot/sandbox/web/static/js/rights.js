/** What the bot may do in the channel shown: switches that take a right away and give it back. */

import { el, fill, span } from "./dom.js";
import { nameOf } from "./people.js";

/** @param {import("./store.js").Store} store @returns {HTMLElement} */
export function rights(store) {
  const node = el("section", { class: "rights", "aria-label": "What the bot may do here" });
  const problem = el("p", { class: "composer-problem", role: "alert" });
  store.on("place", look);
  return node;

  async function look() {
    const { channel } = store;
    if (!store.place()?.guild) return fill(node);
    const found = await store.live.ask("rights", { channel }).catch(() => null);
    if (found && channel === store.channel) draw(found.rights);
    return undefined;
  }

  function draw(all) {
    problem.textContent = "";
    const had = document.activeElement?.dataset.key;
    const title = `${nameOf(store.bot)} in #${store.place().channel.name} may`;
    fill(node, el("h2", { class: "members-head", text: title }), all.map(one), problem);
    if (had) node.querySelector(`[data-key="${had}"]`)?.focus();
  }

  function one(right) {
    const box = el("input", {
      type: "checkbox", role: "switch", checked: right.on, data: { key: `right-${right.name}` },
      on: { change: () => set(box, right) },
    });
    return el("label", { class: "right" }, box, span("", right.words));
  }

  async function set(box, right) {
    const { channel } = store;
    const wanted = { channel, name: right.name, on: box.checked };
    try {
      const found = await store.live.ask("right", wanted);
      if (channel === store.channel) draw(found.rights);
    } catch (refusal) {
      box.checked = right.on;
      problem.textContent = refusal.message;
    }
  }
}
