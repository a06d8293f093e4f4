/**
 * Moments in Discord's words, in the reader's zone and language, as of the sandbox's clock. Pure.
 * Until a language is chosen they are written as Discord's documentation writes them.
 *
 * Styles: discord/discord-api-docs, developers/reference.mdx ("Timestamp Styles"). Relative ones
 * turn over where the client's do: 45 seconds are "a minute", 22 hours "a day", 26 days "a month".
 */

/** @typedef {{now: number, zone: string, locale?: string|null}} Reading `now` in milliseconds since the epoch */

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

const HOURS = { hour: "2-digit", minute: "2-digit" };

/** Each style in a language that was chosen, which puts it together in its own way. */
const OWN = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: SHORT_DATE, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
  s: { ...SHORT_DATE, ...HOURS }, S: { ...SHORT_DATE, ...HOURS, second: "2-digit" },
};

/**
 * Show `<t:seconds:style>`.
 * @param {number} seconds since the epoch @param {string} style @param {Reading} reading
 */
export function moment(seconds, style, reading) {
  if (Math.abs(seconds) > FURTHEST) return "Invalid date";
  const { locale, zone } = reading;
  if (style === "R") return relative(seconds - reading.now / 1000, locale);
  if (locale) return written(seconds * 1000, OWN[style], zone, locale);
  const parts = STYLES[style].map((part) => written(seconds * 1000, part, zone));
  const joints = JOINTS[style] || [];
  return parts.reduce((sum, part, at) => sum + (joints[at - 1] || " ") + part);
}

/** Say how far away something is. @param {number} seconds ahead; behind when negative
 * @param {string|null} [locale] the language that was chosen */
export function relative(seconds, locale) {
  const [count, unit] = span(Math.abs(seconds));
  if (locale) return new Intl.RelativeTimeFormat(locale).format(seconds > 0 ? count : -count, unit);
  const words = unit === "second" ? "a few seconds" : count > 1 ? `${count} ${unit}s` : ONE[unit];
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

function written(millis, options, zone, locale = LOCALE) {
  const key = JSON.stringify([options, zone, locale]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
  return formats.get(key).format(millis);
}

const ONE = { minute: "a minute", hour: "an hour", day: "a day", month: "a month", year: "a year" };

/** How long it is, in the unit that a client tells it in. @returns {[number, string]} */
function span(seconds) {
  const minutes = Math.round(seconds / MINUTE);
  const hours = Math.round(seconds / HOUR);
  const days = Math.round(seconds / DAY);
  const months = Math.round(days / 30.4375);
  const whole = Math.round(seconds / SECOND);
  if (whole < 45) return [whole, "second"];
  if (minutes < 45) return [Math.max(minutes, 1), "minute"];
  if (hours < 22) return [Math.max(hours, 1), "hour"];
  if (days < 26) return [Math.max(days, 1), "day"];
  if (months < 11) return [Math.max(months, 1), "month"];
  return [Math.max(Math.round(days / 365.25), 1), "year"];
}
