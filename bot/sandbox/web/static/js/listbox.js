/** A list to choose from, steered from an input or button that keeps the focus. */

import { el, fresh, icon, span } from "./dom.js";

/**
 * @typedef {{value: any, label: string, description?: string, hint?: string, group?: string,
 *   chosen?: boolean, face?: Node|null, also?: string}} Choice `also`: another name it is found by
 */

export class Listbox {
  /** @param {{label: string, many?: boolean, pick: (choice: Choice) => void}} how */
  constructor(how) {
    this.how = how;
    this.choices = [];
    this.active = -1;
    this.control = null;
    this.node = el(
      "div",
      {
        class: "listbox", role: "listbox", id: fresh("list"), "aria-label": how.label,
        "aria-multiselectable": how.many ? "true" : null,
      },
    );
    // Pressing must not take the focus from the control.
    this.node.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** @param {Choice[]} choices @param {number} [active] the one marked at first; -1 for none */
  show(choices, active = 0) {
    this.choices = choices;
    const groups = new Map();
    choices.forEach((choice, at) => {
      const name = choice.group || "";
      groups.set(name, [...(groups.get(name) || []), this.#option(choice, at)]);
    });
    this.node.replaceChildren(...[...groups].map(([name, options]) => (name
      ? el(
        "div", { role: "group", "aria-label": name },
        el("div", { class: "listbox-group", text: name, "aria-hidden": "true" }), options,
      )
      : el("div", { role: "presentation" }, options))));
    this.mark(Math.min(active, choices.length - 1));
  }

  /** @param {number} at */
  mark(at) {
    const options = this.options();
    options[this.active]?.classList.remove("active");
    this.active = at;
    const now = options[at];
    now?.classList.add("active");
    now?.scrollIntoView({ block: "nearest" });
    if (now) this.control?.setAttribute("aria-activedescendant", now.id);
    else this.control?.removeAttribute("aria-activedescendant");
  }

  options() {
    return ([...this.node.querySelectorAll("[role=option]")]);
  }

  /** Move or pick by key; true when the key was meant for the list. @param {KeyboardEvent} event */
  key(event) {
    const last = this.choices.length - 1;
    if (last < 0) return false;
    const round = (at) => (at > last ? 0 : at < 0 ? last : at);
    const to = {
      ArrowDown: round(this.active + 1), ArrowUp: round(this.active - 1),
      PageDown: Math.min(this.active + 8, last), PageUp: Math.max(this.active - 8, 0),
    }[event.key];
    if (to !== undefined) this.mark(to);
    else if (event.key === "Enter" && this.active >= 0) this.how.pick(this.choices[this.active]);
    else return false;
    event.preventDefault();
    return true;
  }

  #option(choice, at) {
    const option = el("div", {
      class: "option", role: "option", id: `${this.node.id}-${at}`,
      "aria-selected": choice.chosen ? "true" : "false",
    },
      choice.face, el("span", { class: "option-words" }, span("option-label", choice.label),
        choice.description && span("option-description", choice.description)),
      choice.hint && span("option-hint", choice.hint), choice.chosen ? icon("check") : null);
    option.addEventListener("click", () => this.how.pick(choice));
    option.addEventListener("mousemove", () => this.active !== at && this.mark(at));
    return option;
  }
}

/** Those whose label or other name begins with, then those in which one contains, what was typed.
 * @param {Choice[]} choices @param {string} text */
export function narrowed(choices, text) {
  const sought = text.trim().toLowerCase().replace(/^[@#]/, "");
  if (!sought) return choices;
  const names = (one) => [one.label.toLowerCase().replace(/^[@#/]/, ""), (one.also || "").toLowerCase()];
  const first = choices.filter((one) => names(one).some((name) => name.startsWith(sought)));
  const inside = (one) => names(one).some((name) => name.includes(sought));
  return [...first, ...choices.filter((one) => !first.includes(one) && inside(one))];
}
