/**
 * The connection to the sandbox: questions with their answers, events as they come, and a new
 * attempt whenever it is lost.
 */

const FIRST_WAIT = 400; // milliseconds
const LONGEST_WAIT = 5000;
const LARGEST = 31 * 1024 * 1024; // characters; the sandbox takes a little more
const LOST = "The connection to the sandbox was lost before it answered.";

/** What the sandbox, as Discord, refuses; `fields` says which option or field is wrong. */
export class Refusal extends Error {
  /** @param {string} message @param {Object<string, string>} [fields] */
  constructor(message, fields = {}) {
    super(message);
    this.fields = fields;
  }
}

export class Live {
  /**
   * @param {string} address of the WebSocket
   * @param {(frame: any) => void} onEvent
   * @param {(open: boolean) => void} onState
   */
  constructor(address, onEvent, onState) {
    this.address = address;
    this.onEvent = onEvent;
    this.onState = onState;
    this.asked = new Map();
    this.number = 0;
    this.wait = FIRST_WAIT;
    this.connect();
  }

  connect() {
    clearTimeout(this.again);
    this.socket = new WebSocket(this.address);
    this.socket.addEventListener("message", (event) => this.#take(JSON.parse(event.data)));
    this.socket.addEventListener("close", () => this.#lost());
  }

  /**
   * Ask the sandbox to do something; the answer's frame, or a `Refusal`.
   * @param {string} what @param {object} [details] @returns {Promise<any>}
   */
  ask(what, details = {}) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.reject(new Refusal(LOST));
    const n = (this.number += 1);
    const text = JSON.stringify({ n, do: what, ...details });
    if (text.length > LARGEST) return Promise.reject(new Refusal("Your files are too powerful."));
    return new Promise((resolve, reject) => {
      this.asked.set(n, { resolve, reject });
      this.socket.send(text);
    });
  }

  #take(frame) {
    if (!("re" in frame)) {
      if (frame.event === "hello") {
        this.wait = FIRST_WAIT;
        this.onState(true);
      }
      this.onEvent(frame);
      return;
    }
    const waiting = this.asked.get(frame.re);
    this.asked.delete(frame.re);
    if (!waiting) return;
    if (frame.error) waiting.reject(new Refusal(frame.error.message, frame.error.fields));
    else waiting.resolve(frame);
  }

  #lost() {
    this.onState(false);
    for (const { reject } of this.asked.values()) reject(new Refusal(LOST));
    this.asked.clear();
    this.again = setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(this.wait * 1.6, LONGEST_WAIT);
  }
}
