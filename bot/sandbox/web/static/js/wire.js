/** The drawer for developers: every request, response and gateway event as it passed. */

import { byId, el, iconButton, span } from "./dom.js";

const EMPTY = "Requests, responses and gateway events appear here as they pass.";
const KEPT = 300; // rows, oldest dropped first
const ARROWS = { request: "→", response: "←", gateway: "⇠" };
const SAID = { request: "Request of the bot", response: "Response", gateway: "Gateway event" };

/** @param {import("./store.js").Store} store */
export function wire(store) {
  const rows = el("div", { class: "wire-rows", role: "log", "aria-live": "off", "aria-label": "Wire", tabindex: "0" });
  const filter = el("input", {
    class: "wire-filter", type: "search", placeholder: "Filter", "aria-label": "Filter the wire", on: { input: sift },
  });
  const clear = el("button", {
    class: "button plain small", type: "button", text: "Clear", on: { click: () => rows.replaceChildren() },
  });
  const close = iconButton("close", "Close the wire", () => store.emit("toggle", "wire"));
  byId("wire").append(
    el("header", { class: "drawer-head" }, el("h2", { text: "The wire" }), filter, clear, close),
    rows, el("p", { class: "empty", text: EMPTY }));
  store.on("wire", (frame) => {
    const atEnd = rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
    const row = line(frame);
    row.hidden = !fits(row);
    rows.append(row);
    while (rows.childElementCount > KEPT) rows.firstElementChild?.remove();
    if (atEnd) rows.scrollTop = rows.scrollHeight;
  });

  function fits(row) {
    return (row.textContent || "").toLowerCase().includes(filter.value.toLowerCase());
  }

  function sift() {
    for (const row of rows.children) row.hidden = !fits(row);
  }
}

function line(frame) {
  const { kind, status, body } = frame;
  const look = `wire-row ${kind}`;
  const path = (frame.path || "").replace(/^\/api\/v\d+/, "");
  const name = frame.name || [frame.method, path].filter(Boolean).join(" ");
  const head = el("span", { class: "wire-head" },
    span("wire-at", timeOf(frame.at)), span("arrow", ARROWS[kind], { title: SAID[kind] }),
    status ? span(status >= 400 ? "status bad" : "status", String(status)) : null, span("wire-name", name, { title: name }));
  if (body === undefined || body === null) return el("div", { class: look }, head);
  const shown = el("pre", { tabindex: "0" });
  const row = el("details", { class: look }, el("summary", {}, head), shown);
  row.addEventListener("toggle", () => {
    if (row.open) shown.textContent = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  });
  return row;
}

const timeOf = (at) => String(at || "").replace(/^.*T/, "").slice(0, 8);
