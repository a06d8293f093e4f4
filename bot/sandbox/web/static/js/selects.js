/** Every select there is: of strings, people, roles, both, and channels. */

import { el, icon } from "./dom.js";
import { avatar, face, nameOf } from "./people.js";
import { closePicker, openPicker, selectHead } from "./picker.js";

const STRING = 3, USER = 5, ROLE = 6, MENTIONABLE = 7, CHANNEL = 8;
const SEARCHED = 10; // more options than this get a search box

/** @typedef {import("./listbox.js").Choice} Choice */

/** A select within a message: what is chosen is sent at once.
 * @param {any} part @param {any} message @param {import("./acting.js").View} view */
export function select(part, message, view) {
  return menu(part, view.store, part.placeholder || "Make a selection", (values, head) =>
    view.use(head, message, "select", { custom_id: part.custom_id, values }));
}

/**
 * A select on its own, also for forms.
 * @param {any} part Discord's component @param {import("./store.js").Store} store @param {string} label
 * @param {(values: string[], head: HTMLElement) => void} done @param {string} [id]
 */
export function menu(part, store, label, done, id) {
  let chosen = preset(part);
  const offered = () => choices(part, store).map((one) => ({ ...one, chosen: chosen.includes(one.value) }));
  const { head, say } = selectHead(
    {
      label, placeholder: part.placeholder || "Make a selection", disabled: part.disabled,
      data: { key: part.custom_id }, id,
    },
    () => (head.getAttribute("aria-expanded") === "true" ? closePicker() : openPicker(head, {
      label, choices: offered(), low: part.min_values ?? 1, high: part.max_values ?? 1,
      search: part.type !== STRING || (part.options || []).length > SEARCHED,
      done: (values) => {
        chosen = values;
        say(offered().filter((one) => one.chosen));
        done(values, head);
      },
    })));
  say(offered().filter((one) => one.chosen));
  return el("div", { class: "select-box" }, head);
}

/** What a select holds before anybody touched it. @param {any} part @returns {string[]} */
export const preset = (part) => part.type === STRING
  ? (part.options || []).filter((one) => one.default).map((one) => one.value)
  : (part.default_values || []).map((one) => one.id);

/** @param {any} part @param {import("./store.js").Store} store @returns {Choice[]} */
function choices(part, store) {
  if (part.type === STRING) {
    return part.options.map((one) => ({
      value: one.value, label: one.label, description: one.description, face: face(one.emoji),
    }));
  }
  return entities(store, part.type, part.channel_types);
}

/** People, roles and places as choices, by the kind of select.
 * @param {import("./store.js").Store} store @param {number} kind @param {number[]} [channelTypes] */
export function entities(store, kind, channelTypes) {
  const { users, roles, channels } = store.known;
  const fits = (one) => !channelTypes?.length || channelTypes.includes(one.type);
  return [
    ...(kind === USER || kind === MENTIONABLE ? users.map(person) : []),
    ...(kind === ROLE || kind === MENTIONABLE ? roles.map(role) : []),
    ...(kind === CHANNEL ? channels.filter(fits).map((one) => ({
      value: one.id, label: one.name, face: icon("hash"),
    })) : []),
  ];
}

const role = (one) => ({ value: one.id, label: one.name.replace(/^(?!@)/, "@"), face: icon("role") });
const person = (one) => ({
  value: one.id, label: nameOf(one), description: one.global_name ? one.username : undefined,
  face: avatar(one, "tiny"),
});
