/** Pictures and files: galleries, thumbnails, attachments; one that cannot be loaded says so. */

import { el, icon, span } from "./dom.js";
import { outward } from "./draw.js";
import { enlarge } from "./lightbox.js";

const ATTACHED = "attachment://";
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
const PICTURE = /^image\/(png|jpe?g|gif|webp|svg\+xml)/;
const MISSING = "This picture could not be loaded.";
const UNITS = ["bytes", "KB", "MB"];

/** Where a file is on this page's own address, which serves the sandbox's attachments as well;
 * an address elsewhere as it is; nothing when there is none.
 * @param {string} url @param {any} message */
export function source(url, message) {
  let found = url;
  if (url.startsWith(ATTACHED)) {
    const name = url.slice(ATTACHED.length);
    found = (message.attachments || []).find((one) => one.filename === name)?.url || "";
  }
  if (!URL.canParse(found)) return "";
  const at = new URL(found);
  return LOOPBACK.has(at.hostname) && at.pathname.startsWith("/attachments/") ? at.pathname : found;
}

/** A picture with its words; they stand in for it when it cannot be loaded. This page fetches
 * nothing from elsewhere, so a picture from there is a link.
 * @param {string} url @param {string} words @param {any} message @param {string} look */
export function picture(url, words, message, look) {
  const from = source(url, message);
  if (!from.startsWith("/")) {
    const why = from ? `A picture from ${new URL(from).hostname}, which this page does not load.` : MISSING;
    return from ? outward(from, [broken(why, words)], look) : el("span", { class: look }, broken(why, words));
  }
  const image = el("img", { src: from, alt: words || "", loading: "lazy", decoding: "async" });
  const frame = el("a", {
    class: look, href: from, target: "_blank", rel: "noopener noreferrer",
    "aria-label": words ? `Picture: ${words}` : "Picture",
  }, image);
  frame.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !image.isConnected) return;
    event.preventDefault();
    enlarge(from, words);
  });
  image.addEventListener("error", () => frame.replaceChildren(broken(MISSING, words)));
  return frame;
}

const broken = (why, words) => el("span", { class: "broken" },
  icon("image"), el("span", {}, why, words && span("broken-alt", words)));

/** One to ten pictures side by side. @param {any[]} items @param {any} message */
export const gallery = (items, message) =>
  el("div", { class: "gallery", data: { count: Math.min(items.length, 10) } }, items.map((item) => {
    const words = item.description;
    const mark = words && span("alt-mark", "ALT", { title: words, "aria-hidden": "true" });
    return el("figure", {}, picture(item.media.url, words, message, "gallery-item"), mark, item.spoiler && veil());
  }));

/** A file to download. @param {any} file an attachment, or what a file component names */
export function fileCard(file) {
  const url = source(file.url, file);
  const name = file.filename || file.url.split("/").pop();
  const about = file.size === undefined ? null : span("file-size", size(file.size));
  const inner = [icon("file"), el("span", { class: "file-words" }, span("file-name", name), about)];
  const isHere = url.startsWith("/");
  return isHere ? el("a", { class: "file", href: url, download: name }, inner) : outward(url, inner, "file");
}

/** What is attached and not already shown by a component. @param {any} message */
export function attachments(message) {
  const shown = new Set(urls(message.components || []).map((url) => source(url, message)));
  const rest = (message.attachments || []).filter((one) => !shown.has(source(one.url, message)));
  const pictures = rest.filter((one) => PICTURE.test(one.content_type || ""));
  const files = rest.filter((one) => !pictures.includes(one));
  const items = pictures.map((one) => ({ media: one, description: one.description }));
  return [
    items.length ? gallery(items, message) : null,
    files.length ? el("div", { class: "files" }, files.map(fileCard)) : null,
  ];
}

/** @returns {string[]} */
const urls = (parts) => parts.flatMap((part) => [
  ...(part.items || []).map((item) => item.media.url),
  ...[part.file, part.media].filter(Boolean).map((one) => one.url),
  ...urls([...(part.components || []), ...(part.accessory ? [part.accessory] : [])]),
]);

/** A cover over a spoiler; pressing it takes it away. */
export function veil() {
  const cover = el("button", { class: "veil", type: "button", text: "Spoiler" });
  cover.addEventListener("click", () => cover.remove());
  return cover;
}

/** @param {number} bytes */
export function size(bytes) {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const number = bytes / 1024 ** step;
  return `${step ? number.toFixed(2) : number} ${UNITS[step]}`;
}
