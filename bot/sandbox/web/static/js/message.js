/** One row of the conversation: who, when, what, and what may be done with it. */

import { apps } from "./apps.js";
import { attachments } from "./media.js";
import { components } from "./components.js";
import { el, icon, span } from "./dom.js";
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
 * @param {any} message @param {any} before the one above, if any @param {import("./acting.js").View} view
 */
export function row(message, before, view) {
  const { store } = view;
  const day = (one) => dayOf(Date.parse(one.timestamp), store.zone);
  const newDay = !before || day(before) !== day(message);
  const isNew = store.room(message.channel_id).newFrom === message.id;
  const joined = !newDay && continues(message, before);
  const article = el("article", {
    class: look(message, joined, store), tabindex: "-1", data: { id: message.id },
    "aria-label": `${nameOf(message.author)}, ${stamp(message.timestamp, store)}`,
  });
  if (isAnswer(message)) article.append(cause(message, store));
  article.append(joined ? gutter(message, store) : avatar(message.author));
  article.append(el("div", { class: "message-body" },
    joined ? null : head(message, store), body(message, view), foot(message, view)));
  if (!message.local && !(message.flags & EPHEMERAL)) article.append(apps(message, view));
  const above = newDay || isNew ? divider(newDay ? dateOf(message.timestamp, store) : "", isNew) : null;
  return el("div", { class: "row", role: "listitem" }, above, article);
}

/** What a screen reader says when it arrives. @param {any} message @param {Store} store */
export function announcement(message, store) {
  const texts = [message.content, ...said(message.components || []), message.failed].filter(Boolean);
  const named = (text) => text.replace(/<@!?(\d+)>/g, (_, id) => `@${store.names.users[id] || "someone"}`);
  return `${nameOf(message.author)}: ${texts.map((text) => plain(parse(named(text)))).join(". ")}`.slice(0, 600);
}

const said = (parts) => parts.flatMap((part) =>
  (part.type === TEXT ? [part.content] : said(part.components || [])));

const isAnswer = (message) => message.type === BY_COMMAND;

function continues(message, before) {
  return before.author.id === message.author.id && !isAnswer(message) && !before.local
    && (before.flags & EPHEMERAL) === (message.flags & EPHEMERAL)
    && Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

function look(message, joined, store) {
  const mine = message.flags & EPHEMERAL;
  const named = message.mentions?.some((one) => one.id === store.me.id) || message.mention_everyone;
  return ["message", joined && "joined", mine && "ephemeral", named && !mine && "pinged"].filter(Boolean).join(" ");
}

const divider = (date, isNew) => el("div", { class: isNew ? "divider new" : "divider", role: "separator" },
  date ? el("span", { text: date }) : null, isNew ? el("b", { class: "new-mark", text: "New" }) : null);

const gutter = (message, store) =>
  el("time", { class: "gutter", text: timeOf(message.timestamp, store), "aria-hidden": "true" });

function cause(message, store) {
  const about = message.interaction || {};
  const user = about.user || message.interaction_metadata?.user || store.me;
  const command = about.name ? span("command-name", `/${about.name}`) : "a command";
  return el("div", { class: "cause" }, avatar(user, "tiny"), span("cause-who", nameOf(user)), " used ", command);
}

function head(message, store) {
  return el("div", { class: "message-head" },
    span("author", nameOf(message.author)), message.author.bot ? badge() : null,
    el("time", { class: "stamp", datetime: message.timestamp, text: stamp(message.timestamp, store) }));
}

function body(message, view) {
  const { store } = view;
  if (message.failed) return el("div", { class: "failed", text: message.failed });
  if (message.flags & LOADING) return thinking(message);
  const changed = message.edited_timestamp;
  const edited = changed ? span("edited", " (edited)", { title: stamp(changed, store) }) : null;
  const said = message.content ? el("div", { class: "content" }, words(message.content, store), edited) : null;
  return [
    said, embeds(message, view), components(message.components || [], message, view), attachments(message),
    said ? null : edited,
  ];
}

const thinking = (message) => el("div", { class: "thinking" }, dots(), `${nameOf(message.author)} is thinking…`);

function foot(message, view) {
  const problem = view.store.problems.get(message.id);
  const mine = message.flags & EPHEMERAL && !(message.flags & LOADING);
  return [
    problem && el("div", { class: "problem", role: "alert", text: problem }),
    mine ? onlyYou(() => view.hide(message)) : null,
  ];
}

const onlyYou = (hide) => el("div", { class: "only-you" },
  icon("eye"), "Only you can see this", span("dot", "•", { "aria-hidden": "true" }),
  el("button", { class: "link", type: "button", text: "Dismiss message", on: { click: hide } }));

/** Three dots that say something is under way. */
export const dots = () => el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
