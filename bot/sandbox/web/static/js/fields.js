/** The fields of a form, each with its label, its value and what may be wrong with it. */

import { el, fresh, span } from "./dom.js";
import { encoded } from "./files.js";
import { menu, preset } from "./selects.js";

const TEXT_INPUT = 4, UPLOAD = 19, RADIO = 21, CHECKBOXES = 22, CHECKBOX = 23;
const PARAGRAPH = 2;

/**
 * @typedef {{node: HTMLElement, value: () => any, complain: (words: string) => void,
 *   focus: () => void}} Field
 */

/** How each type of component is filled in; all others are selects. */
const MAKERS = { [TEXT_INPUT]: text, [UPLOAD]: upload, [RADIO]: group, [CHECKBOXES]: group, [CHECKBOX]: single };

/** Make a field. @param {any} part Discord's component, with its label
 * @param {import("./store.js").Store} store @returns {Field} */
export function field(part, store) {
  const ids = { id: fresh("field"), name: fresh("field-name"), error: fresh("field-error") };
  const { control, value, count } = (MAKERS[part.type] || select)(part, ids, store);
  const error = el("div", { class: "field-error", id: ids.error, role: "alert" });
  const about = part.description && el("div", { class: "field-description", text: part.description });
  const node = el("div", { class: "field" }, label(part, ids), about, control, count, error);
  const focus = () => node.querySelector("input, textarea, button")?.focus();
  const complain = (words) => {
    error.textContent = words;
    node.classList.toggle("wrong", Boolean(words));
    node.querySelector("input, textarea, [role=combobox]")?.setAttribute("aria-invalid", String(Boolean(words)));
  };
  return { node, value, complain, focus };
}

function label(part, ids) {
  const required = part.type !== CHECKBOX && (part.required ?? true);
  const star = required ? span("star", "*", { title: "Required", "aria-label": "required" }) : null;
  return el("label", { class: "field-label", id: ids.name, for: ids.id }, part.label || part.custom_id, star);
}

function text(part, ids) {
  const long = part.style === PARAGRAPH;
  const shape = long ? { rows: 4 } : { type: "text" };
  const control = el(long ? "textarea" : "input", {
    ...shape, id: ids.id, class: "text-input", placeholder: part.placeholder, autocomplete: "off",
    "aria-required": String(part.required ?? true), "aria-describedby": ids.error, data: { key: part.custom_id },
  });
  control.value = part.value || "";
  const most = part.max_length;
  const count = most ? el("div", { class: "field-count", "aria-hidden": "true" }) : null;
  const say = () => {
    if (!count) return;
    count.textContent = `${control.value.length}/${most}`;
    count.classList.toggle("over", control.value.length > most);
  };
  control.addEventListener("input", say);
  say();
  return { control, count, value: () => control.value };
}

function select(part, ids, store) {
  let values = preset(part);
  const low = part.required === false ? 0 : part.min_values;
  const name = part.label || part.placeholder || "Make a selection";
  const control = menu({ ...part, min_values: low }, store, name, (chosen) => (values = chosen), ids.id);
  return { control, value: () => values };
}

function group(part, ids) {
  const type = part.type === RADIO ? "radio" : "checkbox";
  const inputs = part.options.map(({ value, default: checked }) => el("input", { type, name: ids.id, value, checked }));
  const rows = part.options.map((option, at) => el("label", { class: "tick" }, inputs[at], el("span", {},
    span("tick-label", option.label), option.description && span("tick-description", option.description))));
  const role = type === "radio" ? "radiogroup" : "group";
  const control = el("div", { class: "ticks", role, "aria-labelledby": ids.name }, rows);
  return { control, value: () => inputs.filter((one) => one.checked).map((one) => one.value) };
}

function single(part, ids) {
  const input = el("input", { type: "checkbox", id: ids.id, checked: part.default });
  return { control: el("div", { class: "tick" }, input), value: () => input.checked };
}

function upload(part, ids) {
  const multiple = (part.max_values ?? 1) > 1;
  const input = el("input", { type: "file", id: ids.id, class: "file-input", multiple });
  return { control: input, value: () => Promise.all([...input.files].map(encoded)) };
}
