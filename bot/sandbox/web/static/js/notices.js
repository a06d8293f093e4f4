/** The line under the bar: when the sandbox is out of reach, or the bot is stopped. */

import { byId } from "./dom.js";
import { nameOf } from "./people.js";

const LOST = "The page has lost the sandbox. It comes back by itself as soon as the sandbox runs.";
const STOPPED = "is stopped. Commands and buttons will not be answered until it runs again.";
const PATIENCE = 700; // milliseconds a connection may be away before anybody is told

/** @param {import("./store.js").Store} store */
export function notices(store) {
  let open = false;
  let timer = setTimeout(show, PATIENCE);
  store.on("connection", (is) => {
    if (open === is) return; // another attempt that failed
    open = is;
    clearTimeout(timer);
    timer = setTimeout(show, is ? 0 : PATIENCE);
  });
  store.on("bot", show);
  store.on("hello", show);

  function show() {
    const stopped = store.bot && !store.bot.online ? `${nameOf(store.bot)} ${STOPPED}` : "";
    const words = open ? stopped : LOST;
    const notice = byId("notice");
    notice.textContent = words;
    notice.hidden = !words;
    notice.classList.toggle("lost", !open);
    document.body.classList.toggle("lost", !open);
  }
}
