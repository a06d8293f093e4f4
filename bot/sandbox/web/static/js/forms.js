/** The form a bot opens: a dialog that keeps the focus, with a field for every kind of input. */

import { byId, el, fresh } from "./dom.js";
import { words } from "./draw.js";
import { field } from "./fields.js";
import { avatar, nameOf } from "./people.js";
import { closePicker } from "./picker.js";

const ROW = 1, TEXT = 10, LABEL = 18;

/** @param {import("./store.js").Store} store */
export function forms(store) {
  let close = () => {};
  let shown = "";
  store.on("form", (frame) => {
    const now = frame ? JSON.stringify(frame.form) : "";
    // After a lost connection the same form is told again: what was typed into it stays.
    if (now && now === shown && document.querySelector("dialog.form")) return;
    close();
    shown = now;
    close = frame ? open(frame.form, store) : () => {};
  });
}

/** @param {any} form Discord's modal @param {import("./store.js").Store} store
 * @returns {() => void} closes it */
function open(form, store) {
  const back = document.activeElement;
  const fields = new Map();
  const title = fresh("form");
  const problem = el("div", { class: "form-problem", role: "alert" });
  const submit = el("button", { class: "button primary", type: "submit", text: "Submit" });
  const leave = el("button", { class: "button plain", type: "button", text: "Cancel", on: { click: cancel } });
  const note = `This form is for ${nameOf(store.bot)}. Do not share passwords or other secrets.`;
  const dialog = el("dialog", { class: "form", lang: store.locale, "aria-labelledby": title },
    el("form", { method: "dialog", novalidate: true, on: { submit: send } },
      el("header", { class: "form-head" }, avatar(store.bot, "small"), el("h2", { id: title, text: form.title })),
      el("div", { class: "form-fields" }, form.components.map((one) => row(one, store, fields))),
      problem, el("p", { class: "form-note", text: note }), el("footer", { class: "form-foot" }, leave, submit)));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    cancel();
  });
  byId("app").append(dialog);
  dialog.showModal();
  dialog.querySelector(".form-fields :is(input, textarea, button)")?.focus();
  return shut;

  function shut() {
    if (!dialog.isConnected) return;
    closePicker();
    dialog.close();
    dialog.remove();
    if (back?.isConnected) back.focus();
    else byId("composer-input")?.focus();
  }

  function cancel() {
    shut();
    store.live.ask("dismiss").catch(() => undefined);
  }

  async function send(event) {
    event.preventDefault();
    if (submit.getAttribute("aria-busy") === "true") return;
    problem.textContent = "";
    for (const one of fields.values()) one.complain("");
    submit.setAttribute("aria-busy", "true");
    submit.classList.add("busy");
    try {
      const values = {};
      for (const [name, one] of fields) values[name] = await one.value();
      await store.live.ask("submit", { values });
      if (dialog.isConnected) shut();
    } catch (refusal) {
      refused(refusal, fields, problem);
    } finally {
      submit.setAttribute("aria-busy", "false");
      submit.classList.remove("busy");
    }
  }
}

/** A row of the form as elements; its fields are noted by their custom ids. */
function row(part, store, fields) {
  if (part.type === TEXT) return [el("div", { class: "content" }, words(part.content, store))];
  const { label, description } = part;
  const labelled = part.type === LABEL ? [{ ...part.component, label, description }] : [];
  return [...labelled, ...(part.type === ROW ? part.components : [])].map((one) => {
    const made = field(one, store);
    fields.set(one.custom_id, made);
    return made.node;
  });
}

function refused(refusal, fields, problem) {
  const wrong = Object.entries(refusal.fields || {}).filter(([name]) => fields.has(name));
  for (const [name, text] of wrong) fields.get(name).complain(text);
  if (wrong.length) fields.get(wrong[0][0]).focus();
  else problem.textContent = refusal.message || "Something went wrong. Try again.";
}
