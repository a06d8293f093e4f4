/** A picture by itself, as large as the window lets it be, with its words below. */

import { byId, el, iconButton, span } from "./dom.js";
import { outward } from "./draw.js";

/** @param {string} from the picture's address @param {string} words its description, if it has one */
export function enlarge(from, words) {
  const back = document.activeElement;
  const image = el("img", { src: from, alt: words || "" });
  const close = iconButton("close", "Close", () => dialog.close());
  const whole = outward(new URL(from, location.href).href, ["Open in a new tab"]);
  const foot = el("div", { class: "lightbox-foot" }, words ? span("lightbox-words", words) : null, whole);
  const dialog = el("dialog", { class: "lightbox", "aria-label": "Picture" }, close, image, foot);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (back?.isConnected) back.focus();
  });
  byId("app").append(dialog);
  dialog.showModal();
}
