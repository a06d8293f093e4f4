/** The menu a select opens: search, options with their words, how many may be chosen. */

import { byId, el, icon } from "./dom.js";
import { Listbox, narrowed } from "./listbox.js";

/** @typedef {import("./listbox.js").Choice} Choice */

let closeOpen = /** @type {(() => void)|null} */ (null);

/** Close the menu that is open, if one is. */
export const closePicker = () => closeOpen?.();

/**
 * Open a menu below (or above) a control.
 * @param {HTMLElement} anchor gets the focus back
 * @param {{label: string, choices: Choice[], low: number, high: number, search: boolean,
 *   done: (values: any[]) => void}} how
 */
export function openPicker(anchor, how) {
  closePicker();
  const many = how.high > 1;
  const chosen = new Set(how.choices.filter((one) => one.chosen).map((one) => one.value));
  const list = new Listbox({ label: how.label, many, pick });
  const input = el("input", { class: "picker-search", type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": list.node.id, "aria-label": `Search: ${how.label}`, placeholder: "Search", autocomplete: "off", readonly: !how.search });
  if (!how.search) input.classList.add("unseen");
  list.control = input;
  const finish = el("button", { class: "button primary small", type: "button", text: "Done", on: { click: send } });
  const count = el("span", { class: "picker-count" });
  const box = el("div", { class: "picker" }, input, list.node, many ? el("div", { class: "picker-foot" }, count, finish) : null);
  (anchor.closest("dialog") || byId("layer")).append(box);
  anchor.setAttribute("aria-expanded", "true");
  const outside = (/** @type {Event} */ event) => {
    const at = /** @type {Node} */ (event.target);
    if (!box.contains(at) && !anchor.contains(at)) close(false);
  };
  const place = () => put(box, anchor);
  input.addEventListener("input", () => show());
  box.addEventListener("keydown", key);
  document.addEventListener("pointerdown", outside);
  window.addEventListener("resize", place);
  closeOpen = () => close(false);
  show();
  place();
  input.focus();

  function show(active = many ? list.active : Math.max(0, how.choices.findIndex((one) => chosen.has(one.value)))) {
    list.show(narrowed(how.choices, input.value).map((one) => ({ ...one, chosen: chosen.has(one.value) })), Math.max(0, active));
    if (!list.choices.length) list.node.replaceChildren(el("div", { class: "empty", text: "Nothing found" }));
    count.textContent = `${chosen.size} chosen · ${how.low === how.high ? how.low : `${how.low} to ${how.high}`}`;
    finish.disabled = chosen.size < how.low || chosen.size > how.high;
  }

  function pick(/** @type {Choice} */ choice) {
    const had = chosen.has(choice.value);
    if (!many) {
      chosen.clear();
      if (!had || how.low > 0) chosen.add(choice.value);
      return send();
    }
    if (had) chosen.delete(choice.value);
    else if (chosen.size < how.high) chosen.add(choice.value);
    show(list.active);
  }

  function send() {
    close(true);
    how.done(how.choices.map((one) => one.value).filter((value) => chosen.has(value)));
  }

  function key(/** @type {KeyboardEvent} */ event) {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    } else if (event.key === "Tab" && (!many || event.target !== input)) {
      close(true);
    } else if (event.target === input && (event.key !== " " || how.search)) list.key(event);
    else if (event.target === input && event.key === " " && list.active >= 0) {
      event.preventDefault();
      pick(list.choices[list.active]);
    }
  }

  function close(/** @type {boolean} */ back) {
    document.removeEventListener("pointerdown", outside);
    window.removeEventListener("resize", place);
    closeOpen = null;
    box.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (back) anchor.focus();
  }
}

/** Put a menu where there is room, as wide as its control. */
function put(/** @type {HTMLElement} */ box, /** @type {HTMLElement} */ anchor) {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - 12, above = at.top - 12;
  const under = below >= Math.min(260, above) || below >= above;
  const width = Math.min(Math.max(at.width, 240), window.innerWidth - 16);
  box.style.width = `${width}px`;
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
  box.style.maxHeight = `${Math.min(340, under ? below : above)}px`;
  box.style.top = under ? `${at.bottom + 4}px` : "auto";
  box.style.bottom = under ? "auto" : `${window.innerHeight - at.top + 4}px`;
}

/** The head of a select: what is chosen, or what it asks for.
 * @param {{label: string, placeholder: string, disabled?: boolean, data?: object, id?: string}} about
 * @param {() => void} open */
export function selectHead(about, open) {
  const text = el("span", { class: "select-text" });
  const head = el("button", { class: "select", type: "button", id: about.id, role: "combobox", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-label": about.label, disabled: about.disabled, data: about.data, on: { click: open } }, text, icon("chevron"));
  const say = (/** @type {Choice[]} */ chosen) => {
    text.classList.toggle("unset", !chosen.length);
    text.replaceChildren(...(chosen.length > 1 ? chosen.map((one) => el("span", { class: "tag", text: one.label })) : [chosen[0]?.face?.cloneNode(true), chosen[0]?.label || about.placeholder].filter(Boolean)));
    head.setAttribute("aria-label", `${about.label}${chosen.length ? `: ${chosen.map((one) => one.label).join(", ")}` : ""}`);
  };
  return { head, say };
}
