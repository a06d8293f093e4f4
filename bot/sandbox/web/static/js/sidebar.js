/** The left: servers and direct messages, the channels of one, and who one is. */

import { byId, el, fill, icon, rove } from "./dom.js";
import { avatar, nameOf } from "./people.js";

const CATEGORY = 4;
const HELD = new Set([0, 1, 2, 5, 10, 11, 12, 13]); // channel types that hold messages

/** @param {import("./store.js").Store} store */
export function sidebar(store) {
  let shelf = /** @type {string} */ ("");
  const rail = el("div", { class: "rail", role: "tablist", "aria-orientation": "vertical", "aria-label": "Servers" });
  const list = el("div", { class: "channels" });
  const me = el("div", { class: "me" });
  byId("side").append(rail, el("div", { class: "shelf" }, list, me));
  store.on("place", () => {
    shelf = store.place()?.guild?.id || "dms";
    draw();
  });
  for (const topic of ["hello", "unread", "bot"]) store.on(topic, draw);

  function draw() {
    if (!store.me) return;
    const had = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.key;
    const unreadDms = store.dms.reduce((sum, one) => sum + store.room(one.id).unread, 0);
    const tab = (/** @type {string} */ id, /** @type {string} */ label, /** @type {any} */ inner, /** @type {Node|null} */ mark) =>
      el("button", { class: "rail-button", type: "button", role: "tab", "aria-selected": String(shelf === id), "aria-current": shelf === id ? "true" : null, "aria-label": label, title: label, data: { key: `rail-${id}` }, on: { click: () => turn(id) } }, inner, mark);
    fill(rail,
      tab("dms", unreadDms ? `Direct messages, ${unreadDms} unread` : "Direct messages", icon("chat"), unreadDms ? count(unreadDms) : null), el("hr", { role: "presentation" }),
      ...store.guilds.map((guild) => {
        const rooms = guild.channels.map((/** @type {any} */ one) => store.room(one.id));
        const pings = rooms.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.pings, 0);
        const unread = rooms.some((/** @type {any} */ one) => one.unread);
        return tab(guild.id, unread ? `${guild.name}, unread` : guild.name, initials(guild.name), pings ? count(pings) : unread ? el("span", { class: "dot-mark" }) : null);
      }));
    const guild = store.guilds.find((one) => one.id === shelf);
    fill(list, el("h2", { class: "shelf-name", text: guild ? guild.name : "Direct messages" }), ...(guild ? channels(guild) : store.dms.map(dm)));
    fill(me, ...identity());
    rove(rail, ".rail-button");
    rove(list, ".place");
    if (had) /** @type {HTMLElement|null} */ (byId("side").querySelector(`[data-key="${CSS.escape(had)}"]`))?.focus();
    const total = [...store.rooms.values()].reduce((sum, one) => sum + one.pings, 0);
    for (const pip of document.querySelectorAll(".pip")) /** @type {HTMLElement} */ (pip).hidden = !total;
  }

  /** Show a server's channels; its first is opened, as Discord opens the last one read. */
  function turn(/** @type {string} */ id) {
    const places = id === "dms" ? store.dms : ordered(store.guilds.find((one) => one.id === id)).filter((one) => HELD.has(one.type));
    if (places.length) store.open(places[0].id);
    else {
      shelf = id;
      draw();
    }
  }

  function channels(/** @type {any} */ guild) {
    return ordered(guild).map((one) => (one.type === CATEGORY ? el("div", { class: "category", text: one.name }) : HELD.has(one.type) ? place(one, icon("hash"), one.name) : null)).filter(Boolean);
  }

  function dm(/** @type {any} */ one) {
    const node = place(one, avatar(one.user, "small"), nameOf(one.user));
    if (one.user.id === store.bot?.id) node.querySelector(".avatar")?.classList.add(store.bot.online ? "online" : "offline");
    return node;
  }

  function place(/** @type {any} */ one, /** @type {Node} */ sign, /** @type {string} */ name) {
    const { unread, pings } = store.room(one.id);
    const here = one.id === store.channel;
    return el("button", { class: ["place", here && "here", unread && "unread"].filter(Boolean).join(" "), type: "button", "aria-current": here ? "page" : null, data: { key: `place-${one.id}` },
      "aria-label": unread ? `${name}, ${unread} unread` : name, on: { click: () => { store.open(one.id); store.emit("close", "side"); } } },
      sign, el("span", { class: "place-name", text: name }), pings ? count(pings) : null);
  }

  function identity() {
    const others = store.people.filter((one) => one.id !== store.me.id);
    const menu = el("details", { class: "swap" },
      el("summary", { class: "icon-button", "aria-label": "Be somebody else", title: "Be somebody else", data: { key: "swap" } }, icon("swap")),
      el("div", { class: "swap-menu" }, el("p", { text: "Be somebody else" }), others.map((one) => el("div", { class: "swap-row" },
        el("a", { class: "swap-to", href: `/?person=${one.id}` }, avatar(one, "small"), el("span", {}, el("span", { text: nameOf(one) }), one.about ? el("span", { class: "swap-about", text: one.about }) : null)),
        el("a", { class: "icon-button", href: `/?person=${one.id}`, target: "_blank", rel: "noopener", "aria-label": `${nameOf(one)} in another tab`, title: "In another tab" }, icon("out"))))));
    menu.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", (/** @type {FocusEvent} */ event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    return [avatar(store.me, "small"), el("div", { class: "me-words" }, el("span", { class: "me-name", text: nameOf(store.me) }), el("span", { class: "me-about", text: store.me.about || "You" })), menu];
  }
}

/** Channels by position, those without a category first. @returns {any[]} */
function ordered(/** @type {any} */ guild) {
  const by = (/** @type {any} */ one, /** @type {any} */ other) => (one.position ?? 0) - (other.position ?? 0);
  const below = (/** @type {string|null} */ parent) => guild.channels.filter((/** @type {any} */ one) => (one.parent_id || null) === parent).sort(by);
  const top = below(null);
  const categories = top.filter((/** @type {any} */ one) => one.type === CATEGORY);
  return [...top.filter((/** @type {any} */ one) => one.type !== CATEGORY).flatMap((/** @type {any} */ one) => [one, ...below(one.id)]), ...categories.flatMap((/** @type {any} */ one) => [one, ...below(one.id)])];
}

const count = (/** @type {number} */ number) => el("span", { class: "count", text: number > 99 ? "99+" : String(number), "aria-hidden": "true" });
const initials = (/** @type {string} */ name) => name.split(/\s+/).map((word) => word[0]).join("").slice(0, 3);
