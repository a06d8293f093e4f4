/** What stands within a line of Discord's markdown: emphasis, code, links, mentions, moments. Pure. */

/** @typedef {import("./markdown.js").Part} Part */

const DEEPEST = 16; // emphasis within emphasis; deeper is left as written
const FENCE = "```";
const LANGUAGE = /^([a-zA-Z0-9_+\-.#]*)\n/;
const CODE = /(`+)([\s\S]*?[^`])\1(?!`)/y;
const MASKED = /\[((?:\\[^\n]|[^[\]\\\n])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\)/y;
const ADDRESS = /https?:\/\/[^\s<]+/y;
const BARE = /<(https?:\/\/[^\s<>]+)>/y;

/** What stands in angle brackets, each with what it becomes. */
const TAGS = ([
  [/<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y, (found) => ({ type: "time", seconds: Number(found[1]), style: found[2] || "f" })],
  [/<@!?(\d+)>/y, (found) => ({ type: "user", id: found[1] })],
  [/<@&(\d+)>/y, (found) => ({ type: "role", id: found[1] })],
  [/<#(\d+)>/y, (found) => ({ type: "channel", id: found[1] })],
  [/<\/([^:>\n]+):(\d+)>/y, (found) => ({ type: "command", name: `/${found[1]}`, id: found[2] })],
  [/<a?:(\w+):(\d+)>/y, (found) => ({ type: "emoji", name: `:${found[1]}:`, id: found[2] })],
]);

/** Emphasis by its mark, longest first. */
const LONGEST_RUN = 6; // more of one mark in a row are a line somebody drew
const MARKS = [
  ["***", "both"], ["**", "strong"], ["__", "underline"], ["~~", "strike"], ["||", "spoiler"],
  ["*", "em"], ["_", "em"],
];

/** Read the inline parts of a text. @param {string} source @param {number} [depth] @returns {Part[]} */
export function inline(source, depth = 0) {
  const parts = [];
  const unclosed = new Set(); // what nothing closes here, nothing closes further on
  let at = 0, text = "";
  while (at < source.length) {
    const found = token(source, at, depth, unclosed);
    if (!found) {
      text += source[at];
      at += 1;
    } else if (typeof found.part === "string") {
      text += found.part;
      at = found.end;
    } else {
      if (text) parts.push({ type: "text", text });
      text = "";
      parts.push(found.part);
      at = found.end;
    }
  }
  if (text) parts.push({ type: "text", text });
  return parts;
}

/** @returns {{part: Part|string, end: number}|null} */
function token(source, at, depth, unclosed) {
  switch (source[at]) {
    case "\\":
      return /[^\sA-Za-z0-9]/.test(source[at + 1] || "") ? { part: source[at + 1], end: at + 2 } : null;
    case "`":
      return code(source, at);
    case "<":
      return tag(source, at);
    case "[":
      return masked(source, at, depth);
    case "@":
      return everyone(source, at);
    case "h":
      return address(source, at);
    case "*": case "_": case "~": case "|":
      return depth < DEEPEST ? emphasis(source, at, depth, unclosed) : null;
    default:
      return null;
  }
}

function code(source, at) {
  const block = fenced(source, at);
  if (block) return block;
  const found = matched(CODE, source, at);
  if (found) return { part: { type: "code", text: found[2].replace(/^ (`)|(`) $/g, "$1$2") }, end: CODE.lastIndex };
  const end = at + runOf(source, at);
  return { part: source.slice(at, end), end };
}

function fenced(source, at) {
  const close = source.startsWith(FENCE, at) ? source.indexOf(FENCE, at + FENCE.length) : -1;
  if (close < 0) return null;
  const inner = source.slice(at + FENCE.length, close);
  const language = LANGUAGE.exec(inner)?.[1] || "";
  let from = language.length, to = inner.length;
  while (inner[from] === "\n") from += 1;
  while (inner[to - 1] === "\n") to -= 1;
  if (to <= from) return null;
  const end = close + FENCE.length;
  return {
    part: { type: "codeblock", language, text: inner.slice(from, to) },
    end: source[end] === "\n" ? end + 1 : end,
  };
}

function tag(source, at) {
  for (const [pattern, make] of TAGS) {
    const found = matched(pattern, source, at);
    if (found) return { part: make(found), end: pattern.lastIndex };
  }
  const bare = matched(BARE, source, at);
  return bare && link(bare[1], [{ type: "text", text: bare[1] }], BARE.lastIndex);
}

function masked(source, at, depth) {
  const found = matched(MASKED, source, at);
  const end = MASKED.lastIndex;
  // A label that looks like an address would say one place and lead to another: Discord shows it as written.
  if (!found || /https?:\/\//.test(found[1]) || depth >= DEEPEST) return null;
  return link(found[2], inline(found[1], depth + 1), end);
}

function address(source, at) {
  if (at && /\w/.test(source[at - 1])) return null;
  const found = matched(ADDRESS, source, at);
  if (!found) return null;
  let url = found[0].replace(/[.,:;"'\]|*_~]+$/, "");
  while (url.endsWith(")") && url.split(")").length > url.split("(").length) url = url.slice(0, -1);
  return link(url, [{ type: "text", text: url }], at + url.length);
}

function link(url, parts, end) {
  return URL.canParse(url) ? { part: { type: "link", url: new URL(url).href, parts }, end } : null;
}

function everyone(source, at) {
  const found = matched(/@(everyone|here)\b/y, source, at);
  return found && { part: { type: "everyone", name: found[0] }, end: at + found[0].length };
}

function emphasis(source, at, depth, unclosed) {
  const run = runOf(source, at);
  if (run > LONGEST_RUN) return { part: source.slice(at, at + run), end: at + run };
  for (const [mark, type] of MARKS) {
    if (unclosed.has(mark) || !source.startsWith(mark, at) || !opens(source, at, mark)) continue;
    const from = at + mark.length;
    const close = closing(source, from, mark);
    if (close < 0) unclosed.add(mark);
    if (close <= from) continue;
    const parts = inline(source.slice(from, close), depth + 1);
    const part = type === "both" ? { type: "em", parts: [{ type: "strong", parts }] } : { type, parts };
    return { part, end: close + mark.length };
  }
  return null;
}

function opens(source, at, mark) {
  const next = source[at + mark.length];
  if (mark === "*") return next !== undefined && !/[\s*]/.test(next);
  if (mark === "_") return next !== undefined && next !== "_" && !/\w/.test(source[at - 1] || "");
  return true;
}

/** Find the mark that closes, past escapes and code; -1 when nothing does. */
function closing(source, from, mark) {
  const letter = mark[0];
  let open = false; // whether a doubled mark within waits for its end
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === "\\") {
      at += 1;
    } else if (source[at] === "`") {
      const found = matched(CODE, source, at);
      if (found) at = CODE.lastIndex - 1;
    } else if (source[at] === letter) {
      const run = runOf(source, at);
      const close = closesAt(source, at, run, mark);
      if (close >= 0) return close + (open && mark.length === 1 && run > 2 ? 2 : 0);
      if (run === 2) open = !open;
      at += run - 1;
    }
  }
  return -1;
}

function closesAt(source, at, run, mark) {
  if (mark.length > 1) return run >= mark.length ? at + (mark === "||" ? 0 : run - mark.length) : -1;
  if (run === 2) return -1;
  if (mark === "_") return /\w/.test(source[at + run] || "") ? -1 : at;
  return /\s/.test(source[at - 1]) ? -1 : at;
}

function runOf(source, at) {
  let run = 1;
  while (source[at + run] === source[at]) run += 1;
  return run;
}

/** Match a sticky pattern exactly here. @param {RegExp} pattern @param {string} source @param {number} at */
export function matched(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
