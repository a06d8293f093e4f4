/**
 * What this page knows: who one is, the places, their messages. Frames go in, topics come out;
 * nothing here draws.
 */

import { isZone } from "./moments.js";

const LOADING = 1 << 7;
export const EPHEMERAL = 1 << 6;
const PAGE = 50; // messages a step of history

/** @typedef {{messages: any[], more: boolean, loaded: boolean, loading: boolean, unread: number, pings: number, newFrom: string|null}} Room */

export class Store {
  constructor() {
    this.me = null;
    this.bot = null;
    this.people = [];
    this.guilds = [];
    this.dms = [];
    this.names = { users: {}, roles: {}, channels: {} };
    this.known = { users: [], roles: [], channels: [] };
    this.commands = [];
    this.starts = [];
    this.now = Date.now();
    this.zone = "UTC";
    this.locale = null; // the language of this person's Discord, once it was chosen
    this.locales = [];
    this.channel = null;
    this.rooms = new Map();
    this.problems = new Map();
    this.listeners = new Map();
    this.live = null;
  }

  /** Call `told` whenever `topic` changed. @param {string} topic @param {(detail?: any) => void} told */
  on(topic, told) {
    this.listeners.set(topic, [...(this.listeners.get(topic) || []), told]);
  }

  /** @param {string} topic @param {any} [detail] */
  emit(topic, detail) {
    for (const told of this.listeners.get(topic) || []) told(detail);
  }

  /** @param {string} id @returns {Room} */
  room(id) {
    if (!this.rooms.has(id)) {
      this.rooms.set(
        id,
        { messages: [], more: true, loaded: false, loading: false, unread: 0, pings: 0, newFrom: null },
      );
    }
    return this.rooms.get(id);
  }

  /** Take an event of the sandbox. @param {any} frame */
  take(frame) {
    const take = {
      hello: () => this.#hello(frame),
      message: () => this.#put(frame.message, true),
      update: () => this.#put(frame.message, false),
      delete: () => this.#drop(frame.channel, frame.id),
      thinking: () => frame.message && this.#put(frame.message, true),
      failed: () => this.#failed(frame),
      form: () => this.emit("form", frame),
      form_closed: () => this.emit("form", null),
      clock: () => this.setNow(frame.now),
      zone: () => this.#setZone(frame.zone),
      locale: () => this.#setLocale(frame.locale),
      bot: () => this.emit("bot", (this.bot.online = frame.online)),
      unread: () => this.#unread(frame.channel, frame.count),
      wire: () => this.emit("wire", frame),
    }[frame.event];
    if (take) take();
  }

  /** @param {string} iso */
  setNow(iso) {
    this.now = Date.parse(iso);
    this.emit("clock");
  }

  #setZone(zone) {
    if (!isZone(zone)) return;
    this.zone = zone;
    this.emit("zone");
  }

  #setLocale(locale) {
    this.locale = locale;
    this.emit("locale");
    if (this.channel) this.#learnCommands(this.channel);
  }

  /** Go to a channel and load what was said last. @param {string} id */
  async open(id) {
    const room = this.room(id);
    const { unread } = room;
    this.channel = id;
    Object.assign(room, { unread: 0, pings: 0, newFrom: null });
    this.emit("place");
    await Promise.all([this.older(id, true), this.#learnCommands(id)]);
    if (unread && room.messages.length > unread) {
      room.newFrom = room.messages[room.messages.length - unread].id;
      this.emit("messages", { channel: id, changed: room.newFrom });
    }
  }

  /** Load older messages of a channel. @param {string} id @param {boolean} [onlyFirst] */
  async older(id, onlyFirst = false) {
    const room = this.room(id);
    if (room.loading || (room.loaded && (onlyFirst || !room.more))) return;
    room.loading = true;
    try {
      const before = room.loaded ? room.messages.find((one) => !one.local)?.id : undefined;
      const found = await this.live.ask("history", { channel: id, before, limit: PAGE });
      const have = new Set(room.messages.map((one) => one.id));
      room.messages = [...found.messages.filter((one) => !have.has(one.id)), ...room.messages];
      room.more = found.more;
      room.loaded = true;
    } catch {
      return; // the connection is lost: with the next one everything is asked anew
    } finally {
      room.loading = false;
    }
    this.emit("messages", { channel: id });
  }

  /** Keep or clear what went wrong with a message's controls. @param {any} message @param {string} [words] */
  setProblem(message, words) {
    if (words) this.problems.set(message.id, words);
    else if (!this.problems.delete(message.id)) return;
    this.emit("messages", { channel: message.channel_id, changed: message.id });
  }

  /** @param {string} channel @param {string} id */
  remove(channel, id) {
    this.#drop(channel, id);
  }

  /** @returns {any} the channel shown, a guild's or a DM's */
  place() {
    for (const guild of this.guilds) {
      const channel = guild.channels.find((one) => one.id === this.channel);
      if (channel) return { channel, guild };
    }
    const dm = this.dms.find((one) => one.id === this.channel);
    return dm ? { channel: dm, guild: null, user: dm.user } : null;
  }

  /** Whether a message calls for this person: a direct one, or one that mentions them. @param {any} message */
  isForMe(message) {
    return this.dms.some((one) => one.id === message.channel_id) || message.mention_everyone
      || (message.mentions || []).some((one) => one.id === this.me.id);
  }

  #hello(frame) {
    const { me, people, guilds, dms, zone, bot } = frame;
    Object.assign(this, { me, people, guilds, dms, bot, starts: frame.starts || [] });
    if (isZone(zone)) this.zone = zone;
    this.locale = frame.locale || null;
    this.locales = frame.locales || [];
    this.names = { users: {}, roles: {}, channels: {}, ...frame.names };
    this.commands = frame.commands || [];
    this.now = Date.parse(frame.now);
    for (const room of this.rooms.values()) Object.assign(room, { messages: [], loaded: false, more: true });
    for (const [id, unread] of Object.entries(frame.unread || {})) {
      Object.assign(this.room(id), { unread, pings: dms.some((one) => one.id === id) ? unread : 0 });
    }
    this.emit("hello");
    this.emit("form", frame.form ? { form: frame.form } : null);
    this.#learnPeople();
  }

  async #learnPeople() {
    const found = await this.live.ask("people").catch(() => null);
    if (!found) return;
    this.known = { users: found.users, roles: found.roles, channels: found.channels };
    const named = (ones, say) => Object.fromEntries(ones.map((one) => [one.id, say(one)]));
    Object.assign(this.names.users, named(found.users, (one) => one.global_name || one.username));
    Object.assign(this.names.roles, named(found.roles, (one) => one.name));
    Object.assign(this.names.channels, named(found.channels, (one) => one.name));
    this.emit("people");
  }

  async #learnCommands(id) {
    const found = await this.live.ask("commands", { channel: id }).catch(() => null);
    if (!found || this.channel !== id) return;
    this.commands = found.commands;
    this.emit("commands");
  }

  #put(message, isNew) {
    const channel = message.channel_id;
    const room = this.room(channel);
    const at = room.messages.findIndex((one) => one.id === message.id);
    const before = at < 0 ? null : room.messages[at];
    if (before) room.messages = room.messages.with(at, message);
    else if (room.loaded && (isNew || message.flags & EPHEMERAL)) room.messages = inOrder(room.messages, message);
    this.problems.delete(message.id);
    const fresh = !before && isNew;
    if (fresh && channel !== this.channel && message.author.id !== this.me.id) {
      if (this.isForMe(message)) room.pings += 1;
      this.#unread(channel, room.unread + 1);
    }
    this.emit("messages", { channel, changed: message.id });
    if ((fresh || before?.flags & LOADING) && !(message.flags & LOADING)) this.emit("arrived", message);
  }

  #drop(channel, id) {
    const room = this.room(channel);
    room.messages = room.messages.filter((one) => one.id !== id);
    this.emit("messages", { channel });
  }

  #failed(frame) {
    const room = this.room(frame.channel);
    const ours = (one) => one.interaction_metadata?.id === frame.interaction;
    room.messages = room.messages.filter((one) => !(ours(one) && one.flags & LOADING));
    const notice = { ...failure(frame, this), timestamp: new Date(this.now).toISOString() };
    room.messages = [...room.messages, notice];
    this.emit("messages", { channel: frame.channel });
    this.emit("arrived", notice);
  }

  #unread(channel, count) {
    this.room(channel).unread = channel === this.channel ? 0 : count;
    this.emit("unread");
  }
}

/** Ids are snowflakes, so their order is the order of time; longer means later. */
const later = (one, other) =>
  one.length - other.length || (one < other ? -1 : 1);

function inOrder(messages, message) {
  let at = messages.length;
  while (at > 0 && !messages[at - 1].local && later(messages[at - 1].id, message.id) > 0) at -= 1;
  return [...messages.slice(0, at), message, ...messages.slice(at)];
}

function failure(frame, store) {
  const name = frame.command;
  return {
    id: `failed-${frame.interaction}`, local: true, channel_id: frame.channel, author: store.bot,
    content: "", failed: frame.text, type: 20, flags: EPHEMERAL, components: [], embeds: [],
    attachments: [], interaction: { id: frame.interaction, type: 2, name, user: store.me },
  };
}
