/** A command being written: its name, the options given so far, and what may be added. */

import { el, span } from "./dom.js";
import { asks, called } from "./commands.js";
import { narrowed } from "./listbox.js";
import { OptionField } from "./options.js";

const PAUSE = 120; // milliseconds of quiet before the bot is asked to complete

export class CommandLine {
  /**
   * @param {import("./commands.js").Command} command @param {import("./composer.js").Composer} composer
   * @param {Object<string, string>} values as typed
   */
  constructor(command, composer, values) {
    this.command = command;
    this.composer = composer;
    this.fields = [];
    this.asked = 0;
    this.more = el("input", {
      class: "more-options", type: "text", autocomplete: "off", role: "combobox", "aria-expanded": "false",
      "aria-controls": composer.list.node.id,
    });
    this.chip = span("command-chip", "");
    const cancel = el("button", { class: "link leave", type: "button", text: "Cancel", on: { click: () => this.leave("") } });
    this.node = el("div", { class: "command-line", role: "group" },
      this.chip, this.more, cancel);
    for (const option of command.options) {
      if (option.required || option.name in values) this.add(option, values[option.name]);
    }
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.more.addEventListener("focus", () => this.offerMore());
    this.more.addEventListener("input", () => this.offerMore());
    this.hint();
    this.name();
  }

  /** Say which command it is. */
  name() {
    const name = `/${this.command.shown}`;
    this.chip.textContent = name;
    this.node.setAttribute("aria-label", `Command ${name}`);
    this.more.setAttribute("aria-label", `${name}: add an option, or press Enter to send`);
  }

  /** Call the command and its options as another language does; what was given stays.
   * @param {import("./commands.js").Command} command */
  reword(command) {
    this.command = command;
    this.name();
    for (const field of this.fields) {
      const option = command.options.find((one) => one.name === field.option.name);
      if (option) field.reword(option);
    }
    if (this.composer.panel.hidden) return;
    const at = this.fields.find((one) => one.input === this.composer.list.control);
    if (at) this.offer(at);
    else this.offerMore();
  }

  /** Back to plain text. @param {string} text */
  leave(text) {
    this.composer.leave(text);
    this.composer.input.focus();
  }

  /** Put the focus where typing goes on: the first field still empty, else the place to add more. */
  start() {
    const empty = this.fields.find((one) => one.empty);
    (empty ? empty.input : this.more).focus();
  }

  /** @param {any} option @param {string} [text] */
  add(option, text = "") {
    const field = new OptionField(option, this.composer.store, this.composer.list.node.id);
    this.fields.push(field);
    this.more.before(field.node);
    field.input.addEventListener("focus", () => this.offer(field));
    field.input.addEventListener("input", () => this.split(field) || this.offer(field));
    if (text) {
      field.input.value = text;
      field.fit();
    }
    this.hint();
    return field;
  }

  /** Another option's name and colon typed behind a value begin that option. @param {OptionField} field */
  split(field) {
    const found = /\s([^\s:]+):$/u.exec(field.input.value);
    const option = found && called(this.rest(), found[1]);
    if (!option) return false;
    field.input.value = field.input.value.slice(0, found.index);
    field.fit();
    this.add(option).input.focus();
    return true;
  }

  /** @param {OptionField} field */
  remove(field) {
    this.fields = this.fields.filter((one) => one !== field);
    field.node.remove();
    this.hint();
    this.more.focus();
  }

  hint() {
    const left = this.rest().length;
    this.more.placeholder = left ? `+${left} optional` : "Enter to send";
  }

  rest() {
    const used = new Set(this.fields.map((one) => one.option.name));
    return this.command.options.filter((one) => !used.has(one.name));
  }

  /** The options that may still be added. */
  offerMore() {
    const text = this.more.value;
    const named = text.trim().endsWith(":") && called(this.rest(), text.trim().slice(0, -1));
    if (named) {
      this.more.value = "";
      this.add(named).input.focus();
      return;
    }
    const choices = this.rest().map((one) => ({
      value: one, label: one.shown, also: one.name, description: one.description, hint: asks(one),
    }));
    this.composer.open(this.more, narrowed(choices, text), text ? 0 : -1, this.title(null));
  }

  /** What may stand in a field: from its list, from the bot, or only what it asks for. @param {OptionField} field */
  async offer(field) {
    const { option, input } = field;
    if (!option.autocomplete) {
      const choices = field.listed ? field.offered() : [];
      this.composer.open(input, choices, choices.length ? 0 : -1, this.title(option));
      return;
    }
    const asked = (this.asked += 1);
    this.composer.open(input, [], -1, this.title(option, "Loading options…"));
    await new Promise((done) => setTimeout(done, PAUSE));
    if (asked !== this.asked) return;
    const { store } = this.composer;
    const typed = { channel: store.channel, name: this.command.name, option: option.name, text: input.value };
    const found = await store.live.ask("complete", { ...typed, options: await this.values(field) })
      .catch(() => ({ choices: [], failed: true }));
    if (asked !== this.asked || document.activeElement !== input) return;
    const choices = found.choices.map((one) => ({ value: one.value, label: one.shown }));
    const note = found.failed ? "Loading options failed." : choices.length ? "" : "No options match your search.";
    this.composer.open(input, choices, input.value && choices.length ? 0 : -1, this.title(option, note));
  }

  /** @param {any} option @param {string} [note] */
  title(option, note = "") {
    const { shown, description } = option || { ...this.command, shown: `/${this.command.shown}` };
    return el("div", { class: "panel-title" }, el("b", { text: shown }), el("span", { text: description || "" }),
      option && el("i", { text: asks(option) }), note && el("em", { text: note }));
  }

  /** @param {import("./listbox.js").Choice} choice */
  pick(choice) {
    const field = this.fields.find((one) => one.input === this.composer.list.control);
    if (field) {
      field.choose(choice);
      this.next(field);
    } else {
      this.more.value = "";
      this.add(choice.value).input.focus();
    }
  }

  next(field) {
    const after = this.fields.slice(this.fields.indexOf(field) + 1).find((one) => one.empty);
    this.asked += 1;
    (after ? after.input : this.more).focus();
  }

  key(event) {
    const { composer } = this;
    const target = event.target;
    if (target.localName !== "input" || event.isComposing) return;
    const field = this.fields.find((one) => one.input === target);
    const open = !composer.panel.hidden && composer.list.control === target;
    if (open && composer.list.key(event)) return;
    const wanted = open && composer.list.active >= 0 && (!field || (!field.chosen && field.input.value));
    if (event.key === "Tab" && !event.shiftKey && wanted) {
      event.preventDefault();
      this.pick(composer.list.choices[composer.list.active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (composer.list.choices.length && open) composer.closePanel();
      else this.leave("/");
    } else if (event.key === "Backspace" && target.type !== "file" && !target.value) {
      event.preventDefault();
      this.back(field);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.send();
    }
  }

  /** Backspace in an empty place: the optional field goes, else the one before, else the command. */
  back(field) {
    if (field && !field.option.required) return this.remove(field);
    const before = field ? this.fields[this.fields.indexOf(field) - 1] : this.fields.at(-1);
    if (before) return before.input.focus();
    return this.leave(`/${this.command.shown}`);
  }

  /** @param {OptionField} [but] @returns {Promise<Object<string, any>>} */
  async values(but) {
    const values = {};
    for (const field of this.fields) {
      const value = field === but ? undefined : await field.value();
      if (value !== undefined) values[field.option.name] = value;
    }
    return values;
  }

  async send() {
    if (this.sending) return;
    const { composer } = this;
    const { store } = composer;
    this.sending = true;
    this.node.classList.add("busy");
    composer.closePanel();
    composer.say("");
    try {
      const options = await this.values();
      await store.live.ask("command", { channel: store.channel, name: this.command.name, options });
      if (composer.line === this) composer.leave("");
      if (!document.querySelector("dialog[open]")) composer.input.focus();
    } catch (refusal) {
      this.refused(refusal);
    } finally {
      this.sending = false;
      this.node.classList.remove("busy");
    }
  }

  /** @param {import("./live.js").Refusal} refusal */
  refused(refusal) {
    const { store } = this.composer;
    const last = store.room(store.channel).messages.at(-1);
    if (last?.failed === refusal.message) return this.leave(""); // sent, not answered: the conversation says so
    const wrong = this.fields.filter((one) => {
      one.complain(refusal.fields?.[one.option.name] || "");
      return refusal.fields?.[one.option.name];
    });
    this.composer.say(wrong.length ? "" : refusal.message);
    (wrong[0]?.input || this.more).focus();
    this.composer.closePanel();
    return undefined;
  }
}
