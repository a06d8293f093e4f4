/** One option of a command, as a field in the composer: what is typed or chosen, and its value. */

import { el, fresh, span } from "./dom.js";
import { encoded } from "./files.js";
import { narrowed } from "./listbox.js";
import { entities } from "./selects.js";

const INTEGER = 4, BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8, MENTIONABLE = 9, NUMBER = 10, FILE = 11;
const AS_SELECT = { [USER]: 5, [ROLE]: 6, [MENTIONABLE]: 7, [CHANNEL]: 8 };
const TRUTHS = [{ value: true, label: "True" }, { value: false, label: "False" }];

/** @typedef {import("./listbox.js").Choice} Choice */

export class OptionField {
  /**
   * @param {any} option Discord's option @param {import("./store.js").Store} store
   * @param {string} panel the id of the list it steers
   */
  constructor(option, store, panel) {
    this.option = option;
    this.store = store;
    this.chosen = null;
    const words = fresh("option-error");
    const shared = { class: "option-input", "aria-describedby": words };
    this.input = option.type === FILE
      ? el("input", { ...shared, type: "file" })
      : el(
        "input",
        {
          ...shared, type: "text", autocomplete: "off", role: "combobox", "aria-expanded": "false",
          "aria-controls": panel,
          inputmode: { [INTEGER]: "numeric", [NUMBER]: "decimal" }[option.type],
          data: { option: option.name },
        },
      );
    this.name = span("option-name", "", { "aria-hidden": "true" });
    this.error = el("span", { class: "option-error", id: words });
    this.node = el("div", { class: "option-field", data: { option: option.name } },
      el(
        "span", { class: "option-box" },
        this.name, this.input,
      ), this.error);
    this.input.addEventListener("input", () => {
      this.chosen = null;
      this.complain("");
      this.fit();
    });
    this.reword(option);
  }

  /** Call it, and what is chosen in it, as its option does now. @param {any} option */
  reword(option) {
    this.option = option;
    this.name.textContent = option.shown;
    this.input.setAttribute("aria-label", `${option.shown}${option.required ? ", required" : ""}`);
    const same = this.chosen && option.choices?.find((one) => one.value === this.chosen.value);
    if (same) this.choose({ ...this.chosen, label: same.shown });
    this.fit();
  }

  /** Whether it is chosen from a list the page has at hand. */
  get listed() {
    const { choices, type } = this.option;
    return Boolean(choices?.length) || type === BOOLEAN || type in AS_SELECT;
  }

  /** @returns {Choice[]} */
  offered() {
    const { choices, type } = this.option;
    const all = choices?.length ? choices.map((one) => ({ value: one.value, label: one.shown, also: one.name }))
      : type === BOOLEAN ? TRUTHS : type in AS_SELECT ? entities(
        this.store, AS_SELECT[type], this.option.channel_types,
      ) : [];
    return this.chosen ? all : narrowed(all, this.input.value);
  }

  /** @param {Choice} choice */
  choose(choice) {
    this.chosen = choice;
    this.input.value = choice.label;
    this.complain("");
    this.fit();
  }

  /** What is sent: numbers as numbers where they are, and otherwise what was typed, so that
   * the sandbox refuses it as Discord would. @returns {Promise<any>} undefined when empty */
  async value() {
    const { type } = this.option;
    if (type === FILE) return this.input.files[0] && encoded(this.input.files[0]);
    if (this.chosen) return this.chosen.value;
    const text = this.input.value.trim();
    if (!text) return undefined;
    const called = (name) => name?.toLowerCase() === text.toLowerCase();
    const offered = this.listed ? this.offered() : [];
    const same = offered.find((one) => called(one.label)) || offered.find((one) => called(one.also));
    if (same) return same.value;
    if (type === INTEGER || type === NUMBER) return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text;
    return text;
  }

  get empty() {
    return this.option.type === FILE ? !this.input.files.length : !this.input.value;
  }

  /** Say what is wrong with it; nothing when `words` is empty. @param {string} words */
  complain(words) {
    this.error.textContent = words;
    this.node.classList.toggle("wrong", Boolean(words));
    this.input.setAttribute("aria-invalid", String(Boolean(words)));
  }

  /** As wide as what is in it. */
  fit() {
    if (this.option.type !== FILE) this.input.style.width = `${Math.min(Math.max(columns(this.input.value) + 1.5, 3), 36)}ch`;
  }
}

/** How wide a text is, in digits: a letter of Japanese, Chinese or Korean takes the room of two. */
const columns = (text) => [...text].reduce((sum, one) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/u.test(one) ? 2 : 1), 0);
