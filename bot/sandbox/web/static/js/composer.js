/** Where one writes: a message, or after a slash a command with its options. */

import { Attaching } from "./attaching.js";
import { byId, el, iconButton } from "./dom.js";
import { CommandLine } from "./commandline.js";
import { flatten, given, search, written } from "./commands.js";
import { helpFor } from "./hints.js";
import { Listbox } from "./listbox.js";
import { avatar, nameOf } from "./people.js";

const COMMAND = /^\/[a-z]/i;
const FORBIDDEN = "You do not have permission to send messages in this channel.";

export class Composer {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.list = new Listbox({ label: "Commands and options", pick: (choice) => this.pick(choice) });
    this.about = el("div", { class: "panel-about" });
    this.panel = el("div", { class: "panel", hidden: true }, this.about, this.list.node);
    this.problem = el("div", { class: "composer-problem", role: "alert" });
    this.input = el("textarea", {
      id: "composer-input", class: "composer-text", rows: "1", autocomplete: "off", role: "combobox",
      "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": this.list.node.id,
    });
    this.help = el("div", { class: "composer-help", "aria-live": "polite" });
    this.box = el("div", { class: "composer-box" });
    this.slash = el("button", {
      class: "icon-button slash", type: "button", text: "/", "aria-label": "Commands", title: "Commands",
      on: { click: () => this.begin() },
    });
    this.attaching = new Attaching();
    this.sendButton = iconButton("send", "Send", () => this.send());
    this.line = null; // the command being written, if one is
    this.channel = null;
    this.drafts = new Map(); // what was typed and not sent, by channel
    this.advised = Promise.resolve(); // once the last help asked for is there
    byId("composer").append(
      this.panel, this.problem, this.help, this.attaching.node, this.attaching.input, this.box,
    );
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    byId("composer").addEventListener("focusout", (event) => {
      if (!byId("composer").contains(event.relatedTarget)) this.closePanel();
    });
    this.show();
    store.on("place", () => this.moved());
    store.on("type", (line) => this.type(line));
    store.on("commands", () => this.reword());
    for (const topic of ["hello", "locale"]) store.on(topic, () => (this.panel.lang = store.locale || "en"));
  }

  /** In another channel: its own draft comes back, and the placeholder says where one writes. */
  moved() {
    const { channel } = this.store;
    if (channel !== this.channel) {
      const typed = this.input.value;
      const early = this.channel === null; // typed before the sandbox said where one is
      if (!early) this.drafts.set(this.channel, typed);
      this.channel = channel;
      this.leave(early ? typed : this.drafts.get(channel) || "");
    }
    const here = this.store.place();
    const where = here?.user ? `@${nameOf(here.user)}` : `#${here?.channel.name}`;
    this.input.placeholder = `Message ${where}`;
    this.input.setAttribute("aria-label", `Message ${where}`);
    this.input.disabled = here?.channel.can_send === false;
    if (this.input.disabled) this.input.placeholder = FORBIDDEN;
  }

  show() {
    const parts = this.line ? [this.line.node] : [this.slash, this.attaching.button, this.input];
    // What is there already stays: taken out and put back it would lose the focus.
    if (this.box.firstChild !== parts[0]) this.box.replaceChildren(...parts, this.sendButton);
    this.box.classList.toggle("commanding", Boolean(this.line));
  }

  /** Open the list of commands. */
  begin() {
    this.leave("/");
    this.input.focus();
  }

  /** Put the focus where one writes. */
  focus() {
    if (this.line) this.line.start();
    else this.input.focus();
  }

  /** Write a line as if it were typed; a command's is ready to be sent. @param {string} line */
  type(line) {
    this.leave("");
    this.input.value = `${line} `;
    this.input.focus();
    this.typed();
  }

  /** Back to plain text. @param {string} text */
  leave(text) {
    this.line = null;
    this.input.value = text;
    this.say("");
    this.show();
    this.typed();
  }

  typed() {
    this.fit();
    this.say("");
    const text = this.input.value;
    if (!text.startsWith("/") || text.includes("\n")) return this.closePanel();
    const all = this.commands();
    const whole = /\s$/.test(text) || text.includes(":") ? written(all, text.slice(1)) : null;
    if (whole && (whole.rest || !all.some((one) => one.name.startsWith(`${whole.command.name} `)))) {
      return this.choose(whole.command, given(whole.command, whole.rest));
    }
    const found = search(all, text.slice(1)).map((one) => ({
      value: one, label: `/${one.shown}`, description: one.description, group: one.group,
      hint: hints(one), face: avatar(this.store.bot, "tiny"),
    }));
    this.open(this.input, found, 0);
    if (!found.length) this.advise(text);
    return undefined;
  }

  /** As high as what is written needs; while it is measured nothing around it moves. */
  fit() {
    this.box.style.minHeight = `${this.box.offsetHeight}px`;
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 240)}px`;
    this.box.style.minHeight = "";
  }

  /** @returns {import("./commands.js").Command[]} */
  commands() {
    return flatten(this.store.commands, nameOf(this.store.bot));
  }

  /** @param {import("./listbox.js").Choice} choice */
  pick(choice) {
    if (this.line) this.line.pick(choice);
    else this.choose(choice.value);
  }

  /** Commands may be called otherwise now: those listed, and the one being written. */
  reword() {
    const { line } = this;
    if (!line && !this.panel.hidden) this.typed();
    const now = line && this.commands().find((one) => one.name === line.command.name);
    if (now) line.reword(now);
  }

  /** Begin a command.
   * @param {import("./commands.js").Command} command @param {Object<string, string>} [values] as typed */
  choose(command, values = {}) {
    this.input.value = "";
    this.line = new CommandLine(command, this, values);
    this.show();
    this.line.start();
  }

  /** Show the list above the composer.
   * @param {HTMLElement} control @param {import("./listbox.js").Choice[]} choices
   * @param {number} active @param {string|Node} [about] */
  open(control, choices, active, about = "") {
    if (this.list.control !== control) this.list.control?.setAttribute("aria-expanded", "false");
    this.list.control = control;
    this.about.replaceChildren(about);
    this.about.hidden = !about;
    this.panel.hidden = !about && !choices.length;
    this.list.show(choices, active);
    control.setAttribute("aria-expanded", String(choices.length > 0));
  }

  closePanel() {
    this.panel.hidden = true;
    this.list.show([], -1);
    this.list.control?.setAttribute("aria-expanded", "false");
  }

  /** @param {string} words what went wrong */
  say(words) {
    this.problem.textContent = words;
    this.help.replaceChildren();
  }

  /** Say what helps instead of a text that does nothing: one question after the other, of those that still matter.
   * @param {string} text @param {string} [left] what the input holds while it matters */
  advise(text, left = text) {
    const matters = () => !this.line && this.input.value === left;
    return (this.advised = this.advised.then(async () => {
      const found = matters() ? await helpFor(this.store, text) : [];
      if (matters()) this.help.replaceChildren(...found);
    }));
  }

  key(event) {
    const open = !this.panel.hidden;
    if (event.isComposing) return;
    if (open && this.list.key(event)) return;
    if (open && event.key === "Tab" && !event.shiftKey && this.list.active >= 0) {
      event.preventDefault();
      this.pick(this.list.choices[this.list.active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.closePanel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }

  async send() {
    if (this.line) return this.line.send();
    const content = this.input.value.trim();
    if (!content && !this.attaching.files.length) return undefined;
    if (COMMAND.test(this.input.value)) return this.advise(this.input.value);
    try {
      const files = await this.attaching.encoded();
      const sent = await this.store.live.ask("say", { channel: this.store.channel, content, files });
      this.attaching.clear();
      if (this.input.value.trim() === content) this.leave("");
      this.input.focus();
      if (!sent.addressed) await this.advise(content, "");
    } catch (refusal) {
      this.say(refusal.message);
    }
    return undefined;
  }
}

/** An options' summary behind a command's name: required ones by name, the rest counted. */
function hints(command) {
  const required = command.options.filter((one) => one.required).map((one) => one.shown);
  const rest = command.options.length - required.length;
  return [...required, rest ? `+${rest} optional` : ""].filter(Boolean).join("  ");
}
