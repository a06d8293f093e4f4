/**
 * Elements are made here and only here, from names and text: never from HTML, so what people
 * write stays text.
 */

const SVG = "http://www.w3.org/2000/svg";

/** Paths of the few icons the page draws, on a 24 by 24 grid, in strokes. */
const ICONS = {
  hash: "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16",
  at: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.6 7.2",
  chat: "M4 5h16v11H10l-4.5 4V16H4Z",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5m2.5 3.6a6.5 6.5 0 0 1 3 5.4",
  wire: "M3 12h4l3-8 4 16 3-8h4",
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6 6 18",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  chevron: "M6 9l6 6 6-6",
  plus: "M12 5v14M5 12h14",
  send: "M4 12 21 4l-6 17-3.5-7Z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  file: "M6 3h8l5 5v13H6ZM14 3v5h5",
  image: "M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4",
  out: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
  role: "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6Z",
  swap: "M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7",
  reply: "M9 6 4 11l5 5M4 11h9a7 7 0 0 1 7 7",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  apps: "M5 12h.01M12 12h.01M19 12h.01",
  check: "M5 12.5 10 17.5 19 7",
};

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, any>} [about] `text`, `class`, `data` (dataset), `on` (listeners),
 *   `style` (custom properties), or an attribute; null, undefined and false leave it out.
 * @param {...(Node|string|null|undefined|false|Array)} children
 * @returns {any}
 */
export function el(tag, about = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(about)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") made.textContent = value;
    else if (key === "class") made.className = value;
    else if (key === "data") Object.assign(made.dataset, value);
    else if (key === "on") listen(made, value);
    else if (key === "style") for (const [name, to] of Object.entries(value)) made.style.setProperty(name, to);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(3).filter((child) => child || child === 0));
  return made;
}

/** Words with a look of their own. @param {string} look @param {string} text @param {object} [more] attributes
 * @returns {HTMLElement} */
export const span = (look, text, more = {}) => el("span", { class: look, text, ...more });

/** A button that shows a sign only. @param {keyof typeof ICONS} sign @param {string} label
 * @param {() => void} press @param {object} [more] attributes */
export const iconButton = (sign, label, press, more = {}) => el(
  "button", {
    class: "icon-button", type: "button", "aria-label": label, title: label, on: { click: press },
    ...more,
  },
  icon(sign),
);

/** Put children in place of what is there; those that are nothing are left out.
 * @param {Element} node @param {...any} children */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(3).filter((child) => child || child === 0));
}

/** @param {Element} node @param {Object<string, (event: any) => void>} handlers */
export function listen(node, handlers) {
  for (const [name, handler] of Object.entries(handlers)) node.addEventListener(name, handler);
}

/** Draw an icon; it says nothing to a screen reader. @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

let numbered = 0;
/** Give an id no other element has, for labels and listboxes. @param {string} stem */
export const fresh = (stem) => `${stem}-${(numbered += 1)}`;

/**
 * Close an unfolded menu by Escape, and when the focus leaves it.
 * @param {HTMLDetailsElement} menu @param {HTMLElement} sign what has the focus after Escape
 */
export function closing(menu, sign) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    sign.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

/** Let arrow keys move between the `selector` elements of a list; Tab enters and leaves it once.
 * @param {HTMLElement} list @param {string} selector */
export function rove(list, selector) {
  const stops = () => [...list.querySelectorAll(selector)];
  const settle = (current) => {
    for (const stop of stops()) stop.tabIndex = stop === current ? 0 : -1;
  };
  settle(list.querySelector(`${selector}[aria-current]`) || stops()[0]);
  if (list.dataset.roving) return;
  list.dataset.roving = "yes";
  list.addEventListener("focusin", (event) => settle(event.target.closest(selector)));
  list.addEventListener("keydown", (event) => {
    const all = stops();
    const here = all.indexOf(event.target.closest(selector));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (here < 0 || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  });
}
