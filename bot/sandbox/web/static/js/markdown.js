/**
 * Discord's markdown as a tree of plain objects. Pure: `draw.js` makes elements of it.
 *
 * Sources: the client's own guide ("Markdown Text 101") and discord/discord-api-docs,
 * developers/reference.mdx ("Message Formatting").
 */

import { inline, matched } from "./inline.js";

/** @typedef {{type: string, [key: string]: any}} Part */

const HEADING = /(#{1,3}) +(\S[^\n]*)(?:\n|$)/y;
const SUBTEXT = /-# +(\S[^\n]*)(?:\n|$)/y;
const QUOTE_REST = />>> ([\s\S]+)/y;
const QUOTE_LINES = /(?:> [^\n]*(?:\n|$))+/y;
const ITEM = /( *)([-*]|\d{1,9}\.) +(\S[^\n]*)(?:\n|$)/y;
const FENCE = "```";
const DEEPEST = 11; // how far Discord nests lists

/**
 * Read a text into its parts, blocks first.
 * @param {string} source @param {boolean} [quoted] a quote holds no quote
 * @returns {Part[]}
 */
export function parse(source, quoted = false) {
  const parts = [];
  let at = 0, pending = "";
  const flush = () => {
    parts.push(...inline(pending));
    pending = "";
  };
  while (at < source.length) {
    const found = block(source, at, quoted);
    if (found) {
      flush();
      parts.push(found.part);
      at = found.end;
    } else {
      const end = lineEnd(source, at);
      pending += source.slice(at, end);
      at = end;
    }
  }
  flush();
  return parts;
}

/** The words alone, for a screen reader's announcement. @param {Part[]} parts @returns {string} */
export function plain(parts) {
  return parts
    .map((part) => {
      if (part.type === "list") return part.items.map(plain).join("\n");
      return part.parts ? plain(part.parts) : part.text ?? part.name ?? "";
    })
    .join("");
}

function block(source, at, quoted) {
  const heading = matched(HEADING, source, at);
  if (heading) return {
    part: { type: "heading", level: heading[1].length, parts: inline(heading[2]) },
    end: HEADING.lastIndex,
  };
  const small = matched(SUBTEXT, source, at);
  if (small) return { part: { type: "subtext", parts: inline(small[1]) }, end: SUBTEXT.lastIndex };
  return (quoted ? null : quote(source, at)) || list(source, at);
}

function quote(source, at) {
  const rest = matched(QUOTE_REST, source, at);
  if (rest) return { part: { type: "quote", parts: parse(rest[1], true) }, end: source.length };
  const lines = matched(QUOTE_LINES, source, at);
  if (!lines) return null;
  const inner = lines[0].replace(/\n$/, "").replace(/^> /gm, "");
  return { part: { type: "quote", parts: parse(inner, true) }, end: at + lines[0].length };
}

function list(source, at) {
  const rows = [];
  let end = at;
  for (let item = matched(ITEM, source, end); item; item = matched(ITEM, source, end)) {
    if (rows.length && item[1].length <= rows[0].indent && isNumber(item[2]) !== isNumber(rows[0].mark)) break;
    end = ITEM.lastIndex;
    rows.push({ indent: item[1].length, mark: item[2], text: item[3] });
    const more = /(?: {2,}(?![ \-*\d])[^\n]+(?:\n|$))+/y;
    const continued = matched(more, source, end);
    if (continued) {
      rows[rows.length - 1].text += `\n${continued[0].replace(/\n$/, "").replace(/^ +/gm, "")}`;
      end = more.lastIndex;
    }
  }
  return rows.length ? { part: nested(rows, 0), end } : null;
}

function nested(rows, depth) {
  const ordered = isNumber(rows[0].mark);
  const items = [];
  const base = rows[0].indent;
  for (let at = 0; at < rows.length; ) {
    let next = at + 1;
    while (next < rows.length && rows[next].indent > base && depth < DEEPEST) next += 1;
    const below = rows.slice(at + 1, next);
    items.push([...inline(rows[at].text), ...(below.length ? [nested(below, depth + 1)] : [])]);
    at = next;
  }
  return { type: "list", ordered, start: ordered ? parseInt(rows[0].mark, 10) : 1, items };
}

const isNumber = (mark) => /\d/.test(mark);

/** Where this line ends; a code block that opens in it belongs to it. */
function lineEnd(source, at) {
  let end = source.indexOf("\n", at);
  if (end < 0) end = source.length;
  for (let open = source.indexOf(FENCE, at); open >= 0 && open < end; ) {
    const close = source.indexOf(FENCE, open + 3);
    if (close < 0) break;
    if (close > end) {
      end = source.indexOf("\n", close);
      if (end < 0) end = source.length;
    }
    open = source.indexOf(FENCE, close + 3);
  }
  return Math.min(end + 1, source.length);
}
