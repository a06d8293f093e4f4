/** Slash commands as a person looks for them: flat names, words, groups. Pure. */

const SUBCOMMAND = 1, GROUP = 2, CHAT_INPUT = 1;

/** The words for each type of option, by Discord's number. */
export const KINDS = {
  3: "text", 4: "whole number", 5: "true or false", 6: "person", 7: "channel", 8: "role",
  9: "person or role", 10: "number", 11: "file",
};

/** `name` is what is sent, `shown` what is read in its place: the name in this person's language.
 * @typedef {{name: string, shown: string, description: string, options: any[], group: string}} Command */

/** Every command that can be sent, subcommands by their full names, in the order the app gave them.
 * @param {any[]} registered Discord's command objects @param {string} app @returns {Command[]} */
export function flatten(registered, app) {
  return registered.filter((one) => (one.type ?? CHAT_INPUT) === CHAT_INPUT).flatMap((one) => {
    const inner = (one.options || []).some(nests);
    return leaves(one, one.name, one.shown, inner ? `/${one.shown}` : app);
  });
}

/** Commands for what stands after the slash, best first. @param {Command[]} all @param {string} text */
export function search(all, text) {
  const sought = text.trim().toLowerCase();
  if (!sought) return all;
  const spelt = (one, fits) => fits(one.shown) || fits(one.name);
  const starts = all.filter((one) => spelt(one, (name) => name.startsWith(sought)));
  const holds = (name) => sought.split(/\s+/).every((word) => name.includes(word));
  const words = all.filter((one) => !starts.includes(one) && spelt(one, holds));
  const named = [...starts, ...words];
  const told = all.filter((one) => !named.includes(one) && one.description.toLowerCase().includes(sought));
  return [...named, ...(sought.length > 2 ? told : [])];
}

/** The command that is written out at the start of a text, with what follows it.
 * @param {Command[]} all @param {string} text without its slash */
export function written(all, text) {
  const fits = all.flatMap((command) => [command.shown, command.name].map((name) => ({ command, name })))
    .filter(({ name }) => text === name || text.startsWith(`${name} `));
  const found = fits.sort((one, other) => other.name.length - one.name.length)[0];
  return found ? { command: found.command, rest: text.slice(found.name.length).trim() } : null;
}

/** The option that is called so: as it is shown, or by the name that is sent.
 * @param {any[]} options @param {string} name */
export const called = (options, name) =>
  options.find((one) => one.shown === name) || options.find((one) => one.name === name);

/** Options as they are pasted, "effort:8 note:heavy today". @param {Command} command @param {string} rest */
export function given(command, rest) {
  const found = [...rest.matchAll(/(?:^|\s)([^\s:]+):/gu)].filter((one) => called(command.options, one[1]));
  return Object.fromEntries(found.map((one, at) => {
    const from = one.index + one[0].length;
    return [called(command.options, one[1]).name, rest.slice(from, found[at + 1]?.index).trim()];
  }));
}

/** What an option asks for, in words: "whole number, 1 to 10". @param {any} option */
export function asks(option) {
  const [low, high] = [option.min_value, option.max_value];
  const bounds = [low === undefined ? "" : `${low} or more`, high === undefined ? "" : `${high} or less`];
  const range = bounds.every(Boolean) ? `${low} to ${high}` : bounds.join("");
  const length = option.max_length ? `up to ${option.max_length} characters` : "";
  const kind = option.choices?.length ? "choose one" : KINDS[option.type] || "";
  return [kind, range, length, option.required ? "required" : ""].filter(Boolean).join(" · ");
}

const nests = (one) => one.type === SUBCOMMAND || one.type === GROUP;

/** @returns {Command[]} */
function leaves(one, name, shown, group) {
  const inner = (one.options || []).filter(nests);
  if (!inner.length) return [{ name, shown, description: one.description || "", options: one.options || [], group }];
  return inner.flatMap((sub) => leaves(sub, `${name} ${sub.name}`, `${shown} ${sub.shown}`, group));
}
