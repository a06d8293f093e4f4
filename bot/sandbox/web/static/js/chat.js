/** The middle of the page: a channel's head, its messages, and what their controls do. */

import { acting } from "./acting.js";
import { byId, el, fill, icon, iconButton, span } from "./dom.js";
import { refreshMoments } from "./draw.js";
import { VirtualList } from "./list.js";
import { announcement, dots, row } from "./message.js";
import { dayOf } from "./moments.js";
import { avatar, nameOf } from "./people.js";
import { starts } from "./hints.js";
import { EPHEMERAL } from "./store.js";

const NEAR_TOP = 400; // pixels from the top at which older messages are fetched
const SAID = 6; // announcements kept for screen readers

/** @param {import("./store.js").Store} store */
export function chat(store) {
  const view = acting(store);
  const list = new VirtualList(byId("scroller"), byId("rows"), {
    key: (item) => item.id,
    draw: (item, before) => (item.kind ? edge(item, store) : row(item, before?.kind ? null : before, view)),
    isEdge: (item) => Boolean(item?.kind),
    moved,
  });
  let day = "";
  store.on("place", () => {
    head(store);
    list.set(items(store), { end: true });
    tabStop(list);
    store.emit("unread");
  });
  store.on("messages", ({ channel, changed }) => {
    if (channel !== store.channel) return;
    list.set(items(store));
    if (changed) list.redraw(changed);
    tabStop(list);
    moved();
  });
  for (const topic of ["people", "zone", "locale"]) store.on(topic, () => list.redraw());
  for (const topic of ["hello", "locale"]) store.on(topic, () => (byId("rows").lang = store.locale || "en"));
  store.on("clock", () => {
    refreshMoments(byId("rows"), store);
    const today = dayOf(store.now, store.zone);
    if (today !== day) list.redraw();
    day = today;
  });
  store.on("arrived", (message) => {
    announce(message, store);
    if (message.channel_id === store.channel && answersMe(message, store)) list.toEnd();
  });
  byId("to-newest").addEventListener("click", () => list.toEnd());
  byId("rows").addEventListener("keydown", (event) => walk(event, list));

  function moved() {
    byId("to-newest").hidden = list.atEnd;
    if (byId("scroller").scrollTop < NEAR_TOP && store.channel) store.older(store.channel);
  }
}

/** Whether it came of something this person just did: then it is shown, wherever they had scrolled to. */
function answersMe(message, store) {
  const by = [message.author.id, message.interaction_metadata?.user?.id];
  return message.flags & EPHEMERAL || by.includes(store.me.id);
}

function items(store) {
  const room = store.room(store.channel || "");
  const top = { kind: room.loaded && !room.more ? "start" : "loading", id: `top-${store.channel}` };
  return [room.topped?.kind === top.kind ? room.topped : (room.topped = top), ...room.messages];
}

function edge(item, store) {
  const about = { class: `row ${item.kind}`, role: "presentation" };
  if (item.kind === "loading") return el("div", about, dots(), "Loading messages…");
  const { user, channel } = store.place() || { channel: { name: "" } };
  const [sign, title, words] = user
    ? [avatar(user, "large"), nameOf(user), `This is the beginning of your direct messages with ${nameOf(user)}.`]
    : [el("span", { class: "start-sign" }, icon("hash")), `Welcome to #${channel.name}!`, `This is the start of #${channel.name}.`];
  return el("div", about, sign, el("h2", { text: title }), el("p", { text: words }), starts(store));
}

function head(store) {
  const here = store.place();
  const name = here?.user ? nameOf(here.user) : here?.channel.name;
  const toggle = (id, sign, label) => iconButton(sign, label, () => store.emit("toggle", id),
    { "aria-pressed": String(!byId(id).hidden), data: { toggles: id } });
  const places = iconButton("menu", "Servers and channels", () => store.emit("toggle", "side"), { class: "icon-button only-narrow" });
  places.append(el("span", { class: "pip", hidden: true }));
  fill(byId("chat-head"),
    places, here?.user ? icon("at") : icon("hash"), el("h1", { text: name || "" }),
    here?.guild && here.channel.topic && span("topic", here.channel.topic), span("gap", ""),
    toggle("wire", "wire", "The wire: requests and events"),
    here?.guild && toggle("members", "people", "Members"));
  document.title = `${here?.user ? "@" : "#"}${name} · Legday sandbox`;
}

function announce(message, store) {
  const log = byId("announcer");
  log.append(el("p", { text: announcement(message, store) }));
  while (log.childElementCount > SAID) log.firstElementChild?.remove();
}

/** Tab reaches one message only, the newest drawn unless another was gone to. */
function tabStop(list) {
  const articles = [...list.rows.querySelectorAll("article")];
  const stop = articles.findLast((one) => one === document.activeElement) || articles.at(-1);
  for (const one of articles) one.tabIndex = one === stop ? 0 : -1;
}

/** Arrow keys go from message to message. */
function walk(event, list) {
  const article = event.target;
  if (article.localName !== "article") return;
  const here = list.items.findIndex((item) => item.id === article.dataset.id);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, End: list.items.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = list.reveal(to)?.querySelector("article");
  if (next) {
    for (const one of list.rows.querySelectorAll("article")) one.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
  }
}
