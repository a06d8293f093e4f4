/** The language of one's Discord: the menu it is chosen in, and what each is called. */

import { iconButton } from "./dom.js";
import { closePicker, openPicker } from "./picker.js";

const USUAL = "en-US"; // that of a Discord nobody set
const LABEL = "Language of your Discord";

/** The button that opens the list of languages, beside one's own name.
 * @param {import("./store.js").Store} store */
export function language(store) {
  const button = iconButton("globe", LABEL, toggle, {
    "aria-haspopup": "listbox", "aria-expanded": "false", data: { key: "language" },
  });
  const chosen = () => store.locale || USUAL;
  const say = () => {
    button.title = `${LABEL}: ${nameOf(chosen())}`;
    button.setAttribute("aria-label", button.title);
  };
  for (const topic of ["hello", "locale"]) store.on(topic, say);
  return button;

  function toggle() {
    if (button.getAttribute("aria-expanded") === "true") closePicker();
    else openPicker(button, { label: LABEL, choices: store.locales.map(choice), low: 1, high: 1, search: true, done: choose });
  }

  function choice(value) {
    const [label, english] = [nameOf(value), nameOf(value, "en")];
    return {
      value, label, description: english === label ? undefined : english, also: english, chosen: value === chosen(),
    };
  }

  function choose([locale]) {
    store.live.ask("language", { locale }).catch(() => undefined); // a lost connection says so itself
  }
}

/** What a language is called, in itself or in another. @param {string} locale @param {string} [within] */
function nameOf(locale, within = locale) {
  const name = new Intl.DisplayNames([within], { type: "language" }).of(locale) || locale;
  return name.charAt(0).toLocaleUpperCase(within) + name.slice(1);
}
