/** The drawer for developers: every request, response and gateway event as it passed. */

import { byId, el, icon, span } from "./dom.js";

const KEPT = 300; // rows, oldest dropped first
const ARROWS = { request: "→", response: "←", gateway: "⇠" };
const SAID = { request: "Request of the bot", response: "Response", gateway: "Gateway event" };

/** @param {import("./store.js").Store} store */
export function wire(store) {
  const rows = el(
    "div",
    { class: "wire-rows", role: "log", "aria-live": "off", "aria-label": "Wire", tabindex: "0" },
  );
  const filter = el(
    "input",
    {
      class: "wire-filter", type: "search", placeholder: "Filter", "aria-label": "Filter the wire",
      on: { input: sift },
    },
  );
  byId("wire").append(
    el("header", { class: "drawer-head" }, el("h2", { text: "The wire" }), filter,
      el(
        "button",
        {
          class: "button plain small", type: "button", text: "Clear",
          on: { click: () => rows.replaceChildren() },
        },
      ),
      el(
        "button",
        {
          class: "icon-button", type: "button", "aria-label": "Close the wire",
          on: { click: () => store.emit("toggle", "wire") },
        },
        icon("close"),
      )),
    rows, el(
      "p",
      { class: "empty", text: "Requests, responses and gateway events appear here as they pass." },
    ));
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
  const name = frame.name || [frame.method, (frame.path || "").replace(/^\/api\/v\d+/, "")].filter(Boolean).join(" ");
  const status = frame.status ? el(
    "span", { class: frame.status >= 400 ? "status bad" : "status", text: String(frame.status) },
  ) : null;
  const arrow = span("arrow", ARROWS[frame.kind], { title: SAID[frame.kind] });
  const told = span("wire-name", name, { title: name });
  const head = el("span", { class: "wire-head" }, span("wire-at", timeOf(frame.at)), arrow, status, told);
  if (frame.body === undefined || frame.body === null) return el(
    "div", { class: `wire-row ${frame.kind}` }, head,
  );
  const body = el("pre", { tabindex: "0" });
  const row = el("details", { class: `wire-row ${frame.kind}` }, el("summary", {}, head), body);
  row.addEventListener("toggle", () => {
    if (row.open) body.textContent = typeof frame.body === "string" ? frame.body : JSON.stringify(frame.body, null, 2);
  });
  return row;
}

const timeOf = (at) => String(at || "").replace(/^.*T/, "").slice(0, 8);
