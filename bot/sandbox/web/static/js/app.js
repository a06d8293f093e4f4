/** Starts the page: the store, the connection, and everything that is drawn from them. */

import { chat } from "./chat.js";
import { clock } from "./clock.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { forms } from "./forms.js";
import { Live } from "./live.js";
import { members } from "./members.js";
import { notices } from "./notices.js";
import { closePicker } from "./picker.js";
import { sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { applyTheme, swapTheme } from "./theme.js";
import { wire } from "./wire.js";

const TEXT = 0; // the type of an ordinary channel
const NARROW = "(max-width: 820px)";
const ROOMY = "(min-width: 1100px)";
const ROOM_FOR_BOTH = "(min-width: 1500px)";

const store = new Store();
const address = new URLSearchParams(location.search);
const scheme = location.protocol === "https:" ? "wss" : "ws";

applyTheme();
clock(store, swapTheme);
notices(store);
sidebar(store);
chat(store);
members(store);
forms(store);
wire(store);
const composer = new Composer(store);
if (!matchMedia("(pointer: coarse)").matches) composer.focus(); // a phone would cover half the page with its keys
let wantsMembers = matchMedia(ROOMY).matches;

store.on("hello", () => {
  const first = store.guilds[0]?.channels.find((one) => one.type === TEXT) || store.dms[0];
  if (!store.place()) store.channel = first?.id;
  if (store.channel) store.open(store.channel);
  if (address.has("line")) takeLine();
  if (!byId("wire").hidden) store.live.ask("wire", { on: true }).catch(() => undefined);
});
store.on(
  "toggle",
  (id) => toggle(id, id === "side" ? !byId("side").classList.contains("open") : byId(id).hidden),
);
store.on("close", (id) => toggle(id, false));
store.on("place", showMembers);
byId("scrim").addEventListener("click", () => toggle("side", false));
document.addEventListener("keydown", keys);

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const about = new URLSearchParams({ person: address.get("person") || "", zone: timeZone || "" });
store.live = new Live(`${scheme}://${location.host}/live?${about}`,
  (frame) => store.take(frame), (open) => store.emit("connection", open));

/** A line brought along from being somebody else goes into the message box, once. */
function takeLine() {
  composer.type(address.get("line"));
  address.delete("line");
  history.replaceState(null, "", `?${address}`);
}

/** Show or hide one of the page's sides. @param {string} id @param {boolean} open */
function toggle(id, open) {
  if (id === "side") {
    if (open && !matchMedia(NARROW).matches) return;
    byId("side").classList.toggle("open", open);
    byId("scrim").hidden = !open;
    if (open) (byId("side").querySelector("[aria-current=page], button"))?.focus();
    return;
  }
  if (id === "members") {
    wantsMembers = open;
    if (open && !matchMedia(ROOM_FOR_BOTH).matches) showWire(false);
  } else showWire(open);
  showMembers();
}

function showWire(open) {
  if (byId("wire").hidden === !open) return;
  byId("wire").hidden = !open;
  store.live.ask("wire", { on: open }).catch(() => undefined);
  mark("wire");
}

/** A direct message has no members to show, and beside the wire there must be room for them. */
function showMembers() {
  const room = byId("wire").hidden || matchMedia(ROOM_FOR_BOTH).matches;
  byId("members").hidden = !wantsMembers || !room || !store.place()?.guild;
  mark("members");
}

function mark(id) {
  for (const button of document.querySelectorAll(`[data-toggles="${id}"]`)) button.setAttribute(
    "aria-pressed", String(!byId(id).hidden),
  );
}

/** Escape closes what lies on top; what is typed anywhere goes into the message box. */
function keys(event) {
  if (event.defaultPrevented) return;
  const at = event.target;
  if (event.key === "Escape" && byId("side").classList.contains("open")) {
    toggle("side", false);
    byId("chat-head").querySelector("button")?.focus();
  } else if (event.key === "Escape") {
    closePicker();
    if (at.closest(".wire")) toggle("wire", false);
    else if (!at.closest("dialog")) byId("composer-input")?.focus();
  } else if (event.ctrlKey || event.metaKey || event.altKey || at.closest("input, textarea, dialog, .picker")) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    composer.begin();
  } else if (event.key.length === 1 && event.key !== " ") composer.focus(); // and there the key is typed
}
