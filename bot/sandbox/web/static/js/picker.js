/** The menu a select opens: search, options with their words, how many may be chosen. */

import { byId, el, icon, span } from "./dom.js";
import { Listbox, narrowed } from "./listbox.js";

const GAP = 4, MARGIN = 8, ROOM = 260, TALLEST = 340, NARROWEST = 240; // pixels

/** @typedef {import("./listbox.js").Choice} Choice */
/**
 * @typedef {{label: string, choices: Choice[], low: number, high: number, search: boolean,
 *   done: (values: any[]) => void}} Asked
 */

let open = null;

/** Close the menu that is open, if one is. */
export const closePicker = () => open?.close();

/** Open a menu at a control, which gets the focus back. @param {HTMLElement} anchor @param {Asked} asked */
export function openPicker(anchor, asked) {
  closePicker();
  open = new Picker(anchor, asked);
}

class Picker {
  /** @param {HTMLElement} anchor @param {Asked} asked */
  constructor(anchor, asked) {
    this.anchor = anchor;
    this.asked = asked;
    this.many = asked.high > 1;
    this.chosen = new Set(asked.choices.filter((one) => one.chosen).map((one) => one.value));
    this.list = new Listbox({ label: asked.label, many: this.many, pick: (choice) => this.pick(choice) });
    this.input = el("input", {
      class: asked.search ? "picker-search" : "unseen", type: "text", role: "combobox", "aria-expanded": "true",
      "aria-controls": this.list.node.id, "aria-label": `Search: ${asked.label}`, placeholder: "Search",
      autocomplete: "off", readonly: !asked.search, on: { input: () => this.show() },
    });
    this.list.control = this.input;
    this.finish = el(
      "button",
      { class: "button primary small", type: "button", text: "Done", on: { click: () => this.send() } },
    );
    this.count = el("span", { class: "picker-count" });
    this.box = el("div", { class: "picker", on: { keydown: (event) => this.key(event) } },
      this.input, this.list.node, this.many ? el(
        "div", { class: "picker-foot" }, this.count, this.finish,
      ) : null);
    this.outside = (event) => this.pressedOutside(event.target);
    this.place = () => put(this.box, anchor);
    this.appear();
  }

  appear() {
    (this.anchor.closest("dialog") || byId("layer")).append(this.box);
    this.anchor.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", this.outside);
    window.addEventListener("resize", this.place);
    this.place(); // first: only in a list of its height is what was chosen brought into sight
    this.show(this.many ? 0 : this.asked.choices.findIndex((one) => this.chosen.has(one.value)));
    this.input.focus();
  }

  /** @param {number} [active] */
  show(active = 0) {
    const { low, high, choices } = this.asked;
    const found = narrowed(choices, this.input.value);
    this.list.show(found.map((one) => ({ ...one, chosen: this.chosen.has(one.value) })), Math.max(0, active));
    if (!found.length) this.list.node.replaceChildren(el("div", { class: "empty", text: "Nothing found" }));
    this.count.textContent = `${this.chosen.size} chosen · ${low === high ? low : `${low} to ${high}`}`;
    this.finish.disabled = this.chosen.size < low || this.chosen.size > high;
  }

  /** @param {Choice} choice */
  pick(choice) {
    const had = this.chosen.has(choice.value);
    if (!this.many) {
      this.chosen = new Set(had && this.asked.low === 0 ? [] : [choice.value]);
      this.send();
      return;
    }
    if (had) this.chosen.delete(choice.value);
    else if (this.chosen.size < this.asked.high) this.chosen.add(choice.value);
    this.show(this.list.active);
  }

  send() {
    this.close(true);
    this.asked.done(this.asked.choices.map((one) => one.value).filter((value) => this.chosen.has(value)));
  }

  key(event) {
    const typing = event.target === this.input;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close(true);
    } else if (event.key === "Tab" && (!this.many || !typing)) {
      this.close(true);
    } else if (typing && event.key === " " && !this.asked.search && this.list.active >= 0) {
      event.preventDefault();
      this.pick(this.list.choices[this.list.active]);
    } else if (typing) this.list.key(event);
  }

  pressedOutside(at) {
    if (!this.box.contains(at) && !this.anchor.contains(at)) this.close();
  }

  /** @param {boolean} [back] whether the control gets the focus */
  close(back = false) {
    document.removeEventListener("pointerdown", this.outside);
    window.removeEventListener("resize", this.place);
    this.box.remove();
    this.anchor.setAttribute("aria-expanded", "false");
    open = null;
    if (back) this.anchor.focus();
  }
}

/** Put a menu where there is room, as wide as its control. */
function put(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - MARGIN - GAP, above = at.top - MARGIN - GAP;
  const under = below >= Math.min(ROOM, above);
  const width = Math.min(Math.max(at.width, NARROWEST), window.innerWidth - 2 * MARGIN);
  box.style.width = `${width}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(at.left, window.innerWidth - width - MARGIN))}px`;
  box.style.maxHeight = `${Math.min(TALLEST, under ? below : above)}px`;
  box.style.top = under ? `${at.bottom + GAP}px` : "auto";
  box.style.bottom = under ? "auto" : `${window.innerHeight - at.top + GAP}px`;
}

/** The head of a select: what is chosen, or what it asks for.
 * @param {{label: string, placeholder: string, disabled?: boolean, data?: object, id?: string}} about
 * @param {() => void} press */
export function selectHead(about, press) {
  const text = el("span", { class: "select-text" });
  const head = el("button", {
    class: "select", type: "button", id: about.id, role: "combobox", "aria-haspopup": "listbox", "aria-expanded": "false",
    "aria-label": about.label, disabled: about.disabled, data: about.data, on: { click: press },
  }, text, icon("chevron"));
  const say = (chosen) => {
    const names = chosen.map((one) => one.label);
    const tags = names.map((name) => span("tag", name));
    const one = [chosen[0]?.face?.cloneNode(true), names[0] || about.placeholder].filter(Boolean);
    text.classList.toggle("unset", !chosen.length);
    text.replaceChildren(...(chosen.length > 1 ? tags : one));
    head.setAttribute("aria-label", [about.label, ...(names.length ? [names.join(", ")] : [])].join(": "));
  };
  return { head, say };
}
