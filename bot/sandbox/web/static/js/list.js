/**
 * A long list of which only the part in sight is in the document. Heights are guessed until a row
 * was drawn once; what the reader looks at stays where it is while others change, grow or arrive.
 */

const BEYOND = 700; // pixels drawn above and below what is in sight
const GUESS = 76; // pixels a row has until it was measured
const NEAR = 48; // pixels from the end that still count as reading the newest

export class VirtualList {
  /**
   * @param {HTMLElement} scroller @param {HTMLElement} rows within it
   * @param {{key: (item: any) => string, draw: (item: any, before: any) => HTMLElement,
   *   isEdge: (item: any) => boolean, moved: () => void}} how an edge marks where the list goes on; it is
   *   never held in place
   */
  constructor(scroller, rows, how) {
    this.scroller = scroller;
    this.rows = rows;
    this.how = how;
    this.items = [];
    this.tops = new Float64Array(1);
    this.first = this.last = 0; // the rows that are drawn, the last not among them
    this.heights = new Map();
    this.measured = 0; // pixels of all known heights together
    this.drawn = new Map();
    this.atEnd = true;
    this.height = scroller.clientHeight;
    this.resized = new ResizeObserver(() => this.#settle());
    this.resized.observe(scroller);
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** Show other items; the row in sight stays put, or the end when that was in sight.
   * @param {any[]} items @param {{end?: boolean}} [want] */
  set(items, want = {}) {
    if (want.end) this.atEnd = true;
    const held = this.#hold();
    this.items = items;
    this.#place();
    this.#restore(held);
    this.#draw();
    this.#settle(held);
  }

  /** Draw rows again: one, or all. @param {string} [key] */
  redraw(key) {
    if (key === undefined) for (const one of this.drawn.values()) one.item = null;
    else if (this.drawn.has(key)) this.drawn.get(key).item = null;
    this.#draw();
    this.#settle();
  }

  toEnd() {
    this.atEnd = true;
    this.#draw();
    this.#settle();
  }

  /** Bring a row into sight and return it. @param {number} at @returns {HTMLElement|undefined} */
  reveal(at) {
    if (!this.items[at]) return undefined;
    const { scrollTop, clientHeight } = this.scroller;
    const below = this.tops[at + 1] - clientHeight;
    if (this.tops[at] < scrollTop) this.scroller.scrollTop = this.tops[at] - 8;
    else if (below > scrollTop) this.scroller.scrollTop = below + 8;
    this.#draw();
    return this.drawn.get(this.how.key(this.items[at]))?.node;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // More or less room, as when the message box grows, is not the reader going elsewhere.
    const resized = this.atEnd && clientHeight !== this.height;
    this.atEnd = resized || scrollHeight - scrollTop - clientHeight < NEAR;
    this.#draw();
    this.#settle();
    this.how.moved();
  }

  /** Where every row begins, by measured or guessed heights. */
  #place() {
    const usual = this.heights.size ? this.measured / this.heights.size : GUESS;
    this.tops = new Float64Array(this.items.length + 1);
    this.items.forEach((item, at) => {
      this.tops[at + 1] = this.tops[at] + (this.heights.get(this.how.key(item)) ?? usual);
    });
  }

  /** @param {number} height @returns {number} the row at this height */
  #at(height) {
    let low = 0, high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tops[middle + 1] <= height) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #hold() {
    if (this.atEnd || !this.items.length) return null;
    let row = this.#at(this.scroller.scrollTop);
    if (this.tops[row] < this.scroller.scrollTop || this.how.isEdge(this.items[row])) row += 1;
    row = Math.min(row, this.items.length - 1);
    return { key: this.how.key(this.items[row]), off: this.tops[row] - this.scroller.scrollTop };
  }

  #restore(held) {
    if (this.atEnd) {
      this.#pad();
      this.scroller.scrollTop = this.scroller.scrollHeight;
      return;
    }
    const at = held ? this.items.findIndex((item) => this.how.key(item) === held.key) : -1;
    if (!held || at < 0) return;
    const top = this.tops[at] - held.off;
    if (Math.abs(top - this.scroller.scrollTop) < 0.5) return;
    this.#pad(); // so that there is room to scroll to
    this.scroller.scrollTop = top;
  }

  #range() {
    const { scrollTop, clientHeight } = this.scroller;
    const from = this.atEnd ? Math.max(0, this.tops[this.items.length] - clientHeight) : scrollTop;
    return [this.#at(from - BEYOND), Math.min(this.#at(from + clientHeight + BEYOND) + 1, this.items.length)];
  }

  #draw() {
    [this.first, this.last] = this.#range();
    const focus = focused(this.rows);
    this.#drop(new Set(this.items.slice(this.first, this.last).map(this.how.key)));
    let next = this.rows.firstElementChild;
    for (let at = this.first; at < this.last; at += 1) {
      const old = this.drawn.get(this.how.key(this.items[at]))?.node;
      const node = this.#row(at);
      if (old && old === next) next = node;
      if (node === next) next = next.nextElementSibling;
      else this.rows.insertBefore(node, next);
    }
    this.#pad();
    refocus(this.rows, focus);
  }

  /** Take away the rows that are out of sight, before others come, so that none has to move. */
  #drop(keep) {
    for (const [key, { node }] of this.drawn) {
      if (keep.has(key)) continue;
      this.resized.unobserve(node);
      node.remove();
      this.drawn.delete(key);
    }
  }

  #row(at) {
    const item = this.items[at], before = this.items[at - 1];
    const key = this.how.key(item);
    const known = this.drawn.get(key);
    if (known && known.item === item && known.before === before) return known.node;
    const node = this.how.draw(item, before);
    if (known) {
      this.resized.unobserve(known.node);
      known.node.replaceWith(node);
    }
    this.drawn.set(key, { item, before, node });
    this.resized.observe(node);
    return node;
  }

  #pad() {
    const first = Math.min(this.first, this.items.length);
    const last = Math.min(this.last, this.items.length);
    this.rows.style.paddingTop = `${this.tops[first]}px`;
    this.rows.style.paddingBottom = `${this.tops[this.items.length] - this.tops[last]}px`;
  }

  /** Measure what is drawn and put things right until nothing moves any more. */
  #settle(held = this.#hold()) {
    for (let tries = 0; tries < 4 && this.#measure(); tries += 1) {
      this.#place();
      this.#pad();
      this.#restore(held);
      this.#draw();
    }
    if (this.atEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
    this.height = this.scroller.clientHeight;
  }

  #measure() {
    let changed = false;
    for (const [key, { node }] of this.drawn) {
      const height = node.getBoundingClientRect().height;
      const known = this.heights.get(key);
      if (known !== undefined && Math.abs(known - height) < 0.5) continue;
      this.measured += height - (known ?? 0);
      this.heights.set(key, height);
      changed = true;
    }
    return changed;
  }
}

/** What in a row has the focus, so that it can be given back when the row is drawn anew. */
function focused(rows) {
  const active = document.activeElement;
  const article = active && rows.contains(active) ? active.closest("article") : null;
  return article && active && { active, id: article.dataset.id, key: active.dataset.key };
}

function refocus(rows, focus) {
  if (!focus || (focus.active.isConnected && document.activeElement === focus.active)) return;
  const article = rows.querySelector(`article[data-id="${CSS.escape(focus.id)}"]`);
  if (!article) {
    rows.parentElement?.focus({ preventScroll: true });
    return;
  }
  const same = focus.key && article.querySelector(`[data-key="${CSS.escape(focus.key)}"]:not(:disabled)`);
  (same || article).focus({ preventScroll: true });
}
