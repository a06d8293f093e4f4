/** Files for the next message: chosen by a button, named above the box, taken out by a press. */

import { el, iconButton } from "./dom.js";
import { encoded } from "./files.js";

export class Attaching {
  constructor() {
    this.files = [];
    this.input = el("input", {
      type: "file", multiple: true, hidden: true, "aria-label": "Files to attach", on: { change: () => this.choose() },
    });
    this.button = iconButton("plus", "Attach files", () => this.input.click());
    this.node = el("div", { class: "composer-help", role: "group", "aria-label": "Attached files" });
  }

  choose() {
    this.files.push(...this.input.files);
    this.input.value = "";
    this.show();
  }

  clear() {
    this.files = [];
    this.show();
  }

  show() {
    this.node.replaceChildren(...this.files.map((file) => el("button", {
      class: "button secondary small", type: "button", text: `${file.name} ✕`, "aria-label": `Take out ${file.name}`,
      on: { click: () => this.takeOut(file) },
    })));
  }

  takeOut(file) {
    this.files = this.files.filter((one) => one !== file);
    this.show();
  }

  /** @returns {Promise<{name: string, type: string, data: string}[]>} the files as the sandbox takes them */
  encoded() {
    return Promise.all(this.files.map(encoded));
  }
}
