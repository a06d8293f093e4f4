/**
 * Moments in Discord's words, in the reader's zone, as of the sandbox's clock. Pure.
 *
 * Styles: discord/discord-api-docs, developers/reference.mdx ("Timestamp Styles"). Relative ones
 * turn over where the client's do: 45 seconds are "a minute", 22 hours "a day", 26 days "a month".
 */

/** @typedef {{now: number, zone: string}} Reading `now` in milliseconds since the epoch */

const LOCALE = "en-GB";
const FURTHEST = 8.64e12; // seconds a JavaScript Date can hold
const SECOND = 1, MINUTE = 60, HOUR = 3600, DAY = 86400;

const DATE = { day: "numeric", month: "long", year: "numeric" };
const SHORT_DATE = { day: "2-digit", month: "2-digit", year: "numeric" };
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const LONG_TIME = { ...TIME, second: "2-digit" };

/** How each style is put together; a list is joined by spaces, as Discord does. */
const STYLES = {
  t: [TIME], T: [LONG_TIME], d: [SHORT_DATE], D: [DATE], f: [DATE, TIME],
  F: [{ weekday: "long" }, DATE, TIME], s: [SHORT_DATE, TIME], S: [SHORT_DATE, LONG_TIME],
};
const JOINTS = { F: [", ", " "], s: [", "], S: [", "] };

/**
 * Show `<t:seconds:style>`.
 * @param {number} seconds since the epoch @param {string} style @param {Reading} reading
 */
export function moment(seconds, style, reading) {
  if (Math.abs(seconds) > FURTHEST) return "Invalid date";
  if (style === "R") return relative(seconds - reading.now / 1000);
  const parts = STYLES[style].map((part) => written(seconds * 1000, part, reading.zone));
  const joints = JOINTS[style] || [];
  return parts.reduce((sum, part, at) => sum + (joints[at - 1] || " ") + part);
}

/** Say how far away something is. @param {number} seconds ahead; behind when negative */
export function relative(seconds) {
  const words = span(Math.abs(seconds));
  return seconds > 0 ? `in ${words}` : `${words} ago`;
}

/** The time at a message's head: "Today at 13:05". @param {string} iso @param {Reading} reading */
export function stamp(iso, reading) {
  const then = Date.parse(iso);
  const time = written(then, TIME, reading.zone);
  const day = dayOf(then, reading.zone);
  if (day === dayOf(reading.now, reading.zone)) return `Today at ${time}`;
  if (day === dayOf(reading.now - DAY * 1000, reading.zone)) return `Yesterday at ${time}`;
  return `${written(then, SHORT_DATE, reading.zone)} ${time}`;
}

/** Only the time, for messages that follow their own. @param {string} iso @param {Reading} reading */
export const timeOf = (iso, reading) => written(Date.parse(iso), TIME, reading.zone);

/** The line between two days. @param {string} iso @param {Reading} reading */
export const dateOf = (iso, reading) => written(Date.parse(iso), DATE, reading.zone);

/** The clock bar's words: "Mon 2 Mar 2026, 13:00". @param {Reading} reading */
export function clockFace(reading) {
  const date = { weekday: "short", day: "numeric", month: "short" };
  return {
    date: written(reading.now, date, reading.zone).replace(",", ""),
    time: written(reading.now, TIME, reading.zone),
  };
}

/** A zone's short name: "New York". @param {string} zone */
export const cityOf = (zone) => zone.replace(/^.*\//, "").replaceAll("_", " ");

/** Whether this browser knows a zone: its list may be older than the sandbox's. @param {string} zone */
export function isZone(zone) {
  try {
    return Boolean(zone && new Intl.DateTimeFormat(LOCALE, { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A day's name for comparing. @param {number} millis @param {string} zone */
export const dayOf = (millis, zone) => written(millis, SHORT_DATE, zone);

const formats = new Map();

function written(millis, options, zone) {
  const key = JSON.stringify([options, zone]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone }));
  return formats.get(key).format(millis);
}

function span(seconds) {
  const minutes = Math.round(seconds / MINUTE);
  const hours = Math.round(seconds / HOUR);
  const days = Math.round(seconds / DAY);
  const months = Math.round(days / 30.4375);
  if (Math.round(seconds / SECOND) < 45) return "a few seconds";
  if (minutes < 45) return counted(minutes, "a minute", "minutes");
  if (hours < 22) return counted(hours, "an hour", "hours");
  if (days < 26) return counted(days, "a day", "days");
  if (months < 11) return counted(months, "a month", "months");
  return counted(Math.round(days / 365.25), "a year", "years");
}

const counted = (number, one, many) =>
  number <= 1 ? one : `${number} ${many}`;
