/** The bar on top: what time it is here, and the ways to let it pass. */

import { byId, el, icon, span } from "./dom.js";
import { cityOf, clockFace, moment } from "./moments.js";
import { nameOf } from "./people.js";

const HOUR = 3600, DAY = 86400; // seconds
const STEPS = [
  { label: "+1 h", short: "+1 h", words: "One hour on", ask: { seconds: HOUR } },
  { label: "To tonight", short: "Tonight", words: "On to tonight", ask: { to: "tonight" } },
  {
    label: "Tomorrow 8:00", short: "8:00", words: "On to tomorrow, eight in the morning",
    ask: { to: "tomorrow 8:00" },
  },
  { label: "+2 days", short: "+2 d", words: "Two days on", ask: { seconds: 2 * DAY } },
];

/** @param {import("./store.js").Store} store @param {() => void} swapTheme */
export function clock(store, swapTheme) {
  const { face, show } = clockHands(store);
  const steps = el("div", { class: "steps", role: "group", "aria-label": "Move the clock" },
    STEPS.map((step) => stepButton(step, () => go(step.ask))));
  const problem = el("span", { class: "clock-problem", role: "alert" });
  let under = 0; // steps asked for and not yet over
  byId("bar").append(brand(), face, steps, problem, el("span", { class: "gap" }), themeButton(swapTheme));
  store.on("hello", show);
  for (const topic of ["clock", "zone"]) store.on(topic, show);
  store.on("advance", go);

  async function go(ask) {
    under += 1;
    steps.setAttribute("aria-busy", "true");
    problem.textContent = "";
    try {
      const { now } = await store.live.ask("advance", ask);
      if (now) store.setNow(now);
    } catch (refusal) {
      problem.textContent = refusal.message;
    } finally {
      under -= 1;
      steps.setAttribute("aria-busy", String(under > 0));
    }
  }
}

function clockHands(store) {
  const time = el("b", { class: "clock-time" });
  const date = el("span", { class: "clock-date" });
  const city = el("span", { class: "clock-city" });
  const face = el("div", {
    class: "clock-face", role: "timer", "aria-label": "Time in the sandbox",
    "aria-live": "polite", "aria-atomic": "true",
  }, time, date, city);
  const show = () => {
    const now = clockFace(store);
    time.textContent = now.time;
    date.textContent = now.date;
    city.textContent = cityOf(store.zone);
    const whole = moment(store.now / 1000, "F", { now: store.now, zone: store.zone });
    face.title = `${whole} in ${store.zone}, where ${nameOf(store.me)} is. The clock stands still until you move it.`;
  };
  return { face, show };
}

const stepButton = (step, go) =>
  el("button", {
    class: "step", type: "button", "aria-label": step.words, title: step.words, on: { click: go },
  },
    span("long", step.label, { "aria-hidden": "true" }),
    span("short", step.short, { "aria-hidden": "true" }));

const brand = () => el("span", { class: "brand" },
  el(
    "img", { src: "/static/icon.svg", alt: "", width: "20", height: "20" },
  ), el("span", { text: "Legday sandbox" }));

const themeButton = (swap) => el("button", {
  class: "icon-button theme", type: "button", "aria-label": "Light or dark", title: "Light or dark",
  on: { click: swap },
}, icon("moon"), icon("sun"));
