/** The Apps menu of a message: the bot's commands that are used on it. */

import { closing, el, icon } from "./dom.js";

/**
 * Draw the menu; what is in it is asked for as it opens.
 * @param {any} message @param {import("./acting.js").View} view
 */
export function apps(message, view) {
  const label = "Apps";
  const sign = el("summary", { class: "icon-button", "aria-label": label, title: label }, icon("apps"));
  const list = el("div", { class: "apps-menu" });
  const menu = el("details", { class: "apps" }, sign, list);
  menu.addEventListener("toggle", async () => {
    if (!menu.open) return;
    const { menus } = await view.store.live.ask("menus", { channel: message.channel_id });
    list.replaceChildren(...menus.map(command), ...(menus.length ? [] : [el("p", { text: "No commands here" })]));
    list.querySelector("button")?.focus();
  });
  closing(menu, sign);
  return menu;

  function command({ name, shown }) {
    const use = async (event) => {
      await view.use(event.currentTarget, message, "menu", { name });
      menu.open = false;
    };
    return el("button", { class: "link", type: "button", text: shown, on: { click: use } });
  }
}
