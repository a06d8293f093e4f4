/** One row of the conversation: who, when, what, and what may be done with it. */

import { attachments } from "./media.js";
import { components } from "./components.js";
import { el, icon } from "./dom.js";
import { embeds } from "./embeds.js";
import { words } from "./draw.js";
import { parse, plain } from "./markdown.js";
import { dateOf, dayOf, stamp, timeOf } from "./moments.js";
import { avatar, badge, nameOf } from "./people.js";
import { EPHEMERAL } from "./store.js";

const LOADING = 1 << 7;
const TOGETHER = 7 * 60 * 1000; // milliseconds in which messages of one author stand together
const BY_COMMAND = 20, TEXT = 10;

/** @typedef {import("./store.js").Store} Store */

/**
 * Draw a message.
 * @param {any} message @param {any} before the one above, if any @param {import("./chat.js").View} view
 */
export function row(message, before, view) {
  const { store } = view;
  const newDay = !before || dayOf(Date.parse(before.timestamp), store.zone) !== dayOf(Date.parse(message.timestamp), store.zone);
  const joined = !newDay && continues(message, before);
  const mine = message.flags & EPHEMERAL;
  const loud = message.mentions?.some((/** @type {any} */ one) => one.id === store.me.id) || message.mention_everyone;
  const article = el("article", {
    class: ["message", joined && "joined", mine && "ephemeral", loud && !mine && "pinged"].filter(Boolean).join(" "),
    tabindex: "-1", data: { id: message.id }, "aria-label": `${nameOf(message.author)}, ${stamp(message.timestamp, store)}`,
  });
  if (isAnswer(message)) article.append(cause(message, store));
  article.append(joined ? el("time", { class: "gutter", text: timeOf(message.timestamp, store), "aria-hidden": "true" }) : avatar(message.author));
  article.append(el("div", { class: "message-body" }, joined ? null : head(message, store), body(message, view), foot(message, view)));
  const isNew = store.room(message.channel_id).newFrom === message.id;
  return el("div", { class: "row", role: "listitem" }, newDay || isNew ? divider(newDay ? dateOf(message.timestamp, store) : "", isNew) : null, article);
}

/** What a screen reader says when it arrives. @param {any} message @param {Store} store */
export function announcement(message, store) {
  const texts = [message.content, ...said(message.components || []), message.failed].filter(Boolean);
  const named = (/** @type {string} */ text) => text.replace(/<@!?(\d+)>/g, (_, id) => `@${store.names.users[id] || "someone"}`);
  return `${nameOf(message.author)}: ${texts.map((text) => plain(parse(named(text)))).join(". ")}`.slice(0, 600);
}

const said = (/** @type {any[]} */ parts) => /** @type {string[]} */ (parts.flatMap((part) =>
  part.type === TEXT ? [part.content] : said(part.components || [])));

const isAnswer = (/** @type {any} */ message) => message.type === BY_COMMAND;

function continues(/** @type {any} */ message, /** @type {any} */ before) {
  return before.author.id === message.author.id && !isAnswer(message) && !before.local
    && (before.flags & EPHEMERAL) === (message.flags & EPHEMERAL)
    && Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

const divider = (/** @type {string} */ date, /** @type {boolean} */ isNew) =>
  el("div", { class: isNew ? "divider new" : "divider", role: "separator" }, date ? el("span", { text: date }) : null, isNew ? el("b", { class: "new-mark", text: "New" }) : null);

function cause(/** @type {any} */ message, /** @type {Store} */ store) {
  const about = message.interaction || {};
  const user = about.user || message.interaction_metadata?.user || store.me;
  const command = about.name ? el("span", { class: "command-name", text: `/${about.name}` }) : "a command";
  return el("div", { class: "cause" }, avatar(user, "tiny"), el("span", { class: "cause-who", text: nameOf(user) }), " used ", command);
}

function head(/** @type {any} */ message, /** @type {Store} */ store) {
  return el("div", { class: "message-head" },
    el("span", { class: "author", data: { colour: message.author.bot ? "bot" : "" }, text: nameOf(message.author) }),
    message.author.bot ? badge() : null,
    el("time", { class: "stamp", datetime: message.timestamp, text: stamp(message.timestamp, store) }));
}

function body(/** @type {any} */ message, /** @type {import("./chat.js").View} */ view) {
  const { store } = view;
  if (message.failed) return el("div", { class: "failed", text: message.failed });
  if (message.flags & LOADING) return el("div", { class: "thinking" }, dots(), `${nameOf(message.author)} is thinking…`);
  const edited = message.edited_timestamp ? el("span", { class: "edited", text: " (edited)", title: stamp(message.edited_timestamp, store) }) : null;
  const content = message.content ? el("div", { class: "content" }, words(message.content, store), edited) : null;
  return [content, embeds(message, view), components(message.components || [], message, view), attachments(message), content ? null : edited];
}

function foot(/** @type {any} */ message, /** @type {import("./chat.js").View} */ view) {
  const problem = view.store.problems.get(message.id);
  const shown = [];
  if (problem) shown.push(el("div", { class: "problem", role: "alert", text: problem }));
  if (message.flags & EPHEMERAL && !(message.flags & LOADING)) {
    shown.push(el("div", { class: "only-you" }, icon("eye"), "Only you can see this", el("span", { class: "dot", "aria-hidden": "true", text: "•" }),
      el("button", { class: "link", type: "button", text: "Dismiss message", on: { click: () => view.hide(message) } })));
  }
  return shown;
}

/** Three dots that say something is under way. */
export const dots = () => el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
