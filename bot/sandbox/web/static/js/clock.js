/** The bar on top: what time it is here, and the ways to let it pass. */

import { byId, el, icon } from "./dom.js";
import { clockFace, moment } from "./moments.js";

const HOUR = 3600, DAY = 86400; // seconds
const STEPS = [
  { label: "+1 h", short: "+1 h", words: "One hour on", ask: { seconds: HOUR } },
  { label: "To tonight", short: "Tonight", words: "On to tonight", ask: { to: "tonight" } },
  { label: "Tomorrow 8:00", short: "8:00", words: "On to tomorrow, eight in the morning", ask: { to: "tomorrow 8:00" } },
  { label: "+2 days", short: "+2 d", words: "Two days on", ask: { seconds: 2 * DAY } },
];

/** @param {import("./store.js").Store} store @param {() => void} swapTheme */
export function clock(store, swapTheme) {
  const time = el("b", { class: "clock-time" });
  const date = el("span", { class: "clock-date" });
  const face = el("div", { class: "clock-face", role: "timer", "aria-label": "Time in the sandbox", "aria-live": "polite", "aria-atomic": "true" }, time, date);
  const buttons = STEPS.map((step) => el("button", { class: "step", type: "button", "aria-label": step.words, title: step.words, on: { click: () => go(step.ask) } },
    el("span", { class: "long", text: step.label, "aria-hidden": "true" }), el("span", { class: "short", text: step.short, "aria-hidden": "true" })));
  const steps = el("div", { class: "steps", role: "group", "aria-label": "Move the clock" }, buttons);
  const problem = el("span", { class: "clock-problem", role: "alert" });
  byId("bar").append(el("span", { class: "brand" }, el("img", { src: "/static/icon.svg", alt: "", width: "20", height: "20" }), el("span", { text: "Legday sandbox" })),
    face, steps, problem, el("span", { class: "gap" }),
    el("button", { class: "icon-button theme", type: "button", "aria-label": "Light or dark", title: "Light or dark", on: { click: swapTheme } }, icon("moon"), icon("sun")));
  const show = () => {
    const now = clockFace(store);
    time.textContent = now.time;
    date.textContent = now.date;
    face.title = `${moment(store.now / 1000, "F", store)} in ${store.zone}. The clock stands still until you move it.`;
  };
  store.on("hello", show);
  store.on("clock", show);

  async function go(/** @type {object} */ ask) {
    if (steps.getAttribute("aria-busy") === "true") return;
    steps.setAttribute("aria-busy", "true");
    problem.textContent = "";
    try {
      const { now } = await store.live.ask("advance", ask);
      if (now) store.setNow(now);
    } catch (refusal) {
      problem.textContent = /** @type {Error} */ (refusal).message;
    } finally {
      steps.setAttribute("aria-busy", "false");
    }
  }
}
