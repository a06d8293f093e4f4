/** The right: who is in this server, by role; what one is oneself stands first in its role. */

import { byId, el, fill, span } from "./dom.js";
import { avatar, badge, nameOf } from "./people.js";
import { rights } from "./rights.js";

/** @param {import("./store.js").Store} store */
export function members(store) {
  const ofBot = rights(store);
  const draw = () => {
    const guild = store.place()?.guild;
    const all = guild?.members || store.known.users;
    const people = all.filter((one) => !one.bot), apps = all.filter((one) => one.bot);
    fill(byId("members"), ...section("Members", people, store), ...section("Apps", apps, store), ofBot);
  };
  for (const topic of ["place", "people", "bot"]) store.on(topic, draw);
}

function section(name, all, store) {
  if (!all.length) return [];
  const roles = new Map(store.known.roles.map((one) => [one.id, one.name]));
  const about = (one, off) => (off ? "Stopped" : (one.roles || []).map((id) => roles.get(id)).filter(Boolean).join(", "));
  return [el("h2", { class: "members-head", text: `${name} — ${all.length}` }), el("ul", { class: "members-list" }, all.map((one) => {
    const off = one.id === store.bot?.id && !store.bot.online;
    const words = about(one, off);
    return el("li", { class: off ? "member off" : "member" }, avatar(one, "small"),
      el("span", { class: "member-words" }, el(
        "span", { class: "member-name" }, nameOf(one), one.id === store.me.id ? " (you)" : null,
        one.bot ? badge() : null,
      ),
        words && span("member-role", words)));
  }))];
}
