/** What pressing a message's controls does: ask the sandbox, and say so where it refuses. */

/**
 * @typedef {{store: import("./store.js").Store, hide: (message: any) => void,
 *   use: (control: HTMLElement, message: any, what: string, details: object) => Promise<void>}} View
 */

/** @param {import("./store.js").Store} store @returns {View} */
export function acting(store) {
  return { store, use, hide };

  async function use(control, message, what, details) {
    store.setProblem(message);
    busy(control, true);
    try {
      await store.live.ask(what, { channel: message.channel_id, message: message.id, ...details });
    } catch (refusal) {
      store.setProblem(message, refusal.message);
    } finally {
      busy(control, false);
    }
  }

  function hide(message) {
    if (!message.local) store.live.ask("hide", { message: message.id }).catch(() => undefined);
    store.remove(message.channel_id, message.id);
  }
}

function busy(control, is) {
  control.classList.toggle("busy", is);
  control.setAttribute("aria-busy", String(is));
}
