/** The left: servers and direct messages, the channels of one, and who one is. */

import { byId, closing, el, fill, icon, rove, span } from "./dom.js";
import { language } from "./languages.js";
import { avatar, nameOf } from "./people.js";

const CATEGORY = 4;
const HELD = new Set([0, 1, 2, 5, 10, 11, 12, 13]); // channel types that hold messages

/** @param {import("./store.js").Store} store */
export function sidebar(store) {
  let shelf = "";
  const rail = el("div", { class: "rail", role: "tablist", "aria-orientation": "vertical", "aria-label": "Servers" });
  const list = el("div", { class: "channels" });
  const me = el("div", { class: "me" });
  const tongue = language(store); // kept while all else is drawn anew: its list may be open
  byId("side").append(rail, el("div", { class: "shelf" }, list, me));
  store.on("place", () => {
    shelf = store.place()?.guild?.id || "dms";
    draw();
  });
  for (const topic of ["hello", "unread", "bot", "locale"]) store.on(topic, draw);

  function draw() {
    if (!store.me) return;
    const had = document.activeElement?.dataset.key;
    const guild = store.guilds.find((one) => one.id === shelf);
    const name = el("h2", { class: "shelf-name", text: guild ? guild.name : "Direct messages" });
    fill(rail, home(), el("hr", { role: "presentation" }), store.guilds.map(server));
    fill(list, name, guild ? channels(guild) : store.dms.map(dm));
    fill(me, identity());
    rove(rail, ".rail-button");
    rove(list, ".place");
    if (had) byId("side").querySelector(`[data-key="${CSS.escape(had)}"]`)?.focus();
    const pings = [...store.rooms.values()].some((one) => one.pings);
    for (const pip of document.querySelectorAll(".pip")) pip.hidden = !pings;
  }

  function home() {
    const unread = store.dms.reduce((sum, one) => sum + store.room(one.id).unread, 0);
    const label = unread ? `Direct messages, ${unread} unread` : "Direct messages";
    return tab("dms", label, icon("chat"), unread ? count(unread) : null);
  }

  function server(guild) {
    const rooms = guild.channels.map((one) => store.room(one.id));
    const pings = rooms.reduce((sum, one) => sum + one.pings, 0);
    const unread = rooms.some((one) => one.unread);
    const mark = unread ? span("dot-mark", "") : null;
    return tab(guild.id, unread ? `${guild.name}, unread` : guild.name, initials(guild.name), pings ? count(pings) : mark);
  }

  function tab(id, label, inner, mark) {
    const here = shelf === id;
    return el("button", {
      class: "rail-button", type: "button", role: "tab", "aria-selected": String(here), "aria-current": here ? "true" : null,
      "aria-label": label, title: label, data: { key: `rail-${id}` }, on: { click: () => turn(id) },
    }, inner, mark);
  }

  /** Show a server's channels; its first is opened, as Discord opens the last one read. */
  function turn(id) {
    const guild = store.guilds.find((one) => one.id === id);
    const places = guild ? ordered(guild).filter((one) => HELD.has(one.type)) : store.dms;
    if (places.length) store.open(places[0].id);
    else {
      shelf = id;
      draw();
    }
  }

  function channels(guild) {
    return ordered(guild).map((one) => {
      if (one.type === CATEGORY) return el("div", { class: "category", text: one.name });
      return HELD.has(one.type) ? place(one, icon("hash"), one.name) : null;
    });
  }

  function dm(one) {
    const node = place(one, avatar(one.user, "small"), nameOf(one.user));
    const isBot = one.user.id === store.bot?.id;
    if (isBot) node.querySelector(".avatar").classList.add(store.bot.online ? "online" : "offline");
    return node;
  }

  function place(one, sign, name) {
    const { unread, pings } = store.room(one.id);
    const here = one.id === store.channel;
    const look = ["place", here && "here", unread && "unread"].filter(Boolean).join(" ");
    const label = unread ? `${name}, ${unread} unread` : name;
    const go = () => {
      store.open(one.id);
      store.emit("close", "side");
    };
    return el("button", {
      class: look, type: "button", "aria-current": here ? "page" : null, "aria-label": label,
      data: { key: `place-${one.id}` }, on: { click: go },
    }, sign, span("place-name", name), pings ? count(pings) : null);
  }

  function identity() {
    const about = el("div", { class: "me-words" },
      span("me-name", nameOf(store.me)), span("me-about", store.me.about || "You"));
    return [avatar(store.me, "small"), about, tongue, swap(store.people.filter((one) => one.id !== store.me.id))];
  }
}

/** The ways to be somebody else: in this tab, or beside it in another. @param {any[]} others */
function swap(others) {
  const label = "Be somebody else";
  const named = { "aria-label": label, title: label, data: { key: "swap" } };
  const sign = el("summary", { class: "icon-button", ...named }, icon("swap"));
  const menu = el("details", { class: "swap" },
    sign, el("div", { class: "swap-menu" }, el("p", { text: label }), others.map(other)));
  closing(menu, sign);
  return menu;
}

function other(one) {
  const href = `/?person=${one.id}`;
  const words = el("span", {}, span("swap-name", nameOf(one)), one.about && span("swap-about", one.about));
  const beside = { class: "icon-button", href, target: "_blank", rel: "noopener", title: "In another tab" };
  return el("div", { class: "swap-row" },
    el("a", { class: "swap-to", href }, avatar(one, "small"), words),
    el("a", { ...beside, "aria-label": `${nameOf(one)} in another tab` }, icon("out")));
}

/** Channels by position, those without a category first. @returns {any[]} */
function ordered(guild) {
  const by = (one, other) => (one.position ?? 0) - (other.position ?? 0);
  const below = (parent) => guild.channels.filter((one) => (one.parent_id || null) === parent).sort(by);
  const top = below(null);
  const categories = top.filter((one) => one.type === CATEGORY);
  const loose = top.filter((one) => one.type !== CATEGORY);
  return [...loose, ...categories].flatMap((one) => [one, ...below(one.id)]);
}

const count = (number) => span("count", number > 99 ? "99+" : String(number), { "aria-hidden": "true" });
const initials = (name) => name.split(/\s+/).map((word) => word[0]).join("").slice(0, 3);
