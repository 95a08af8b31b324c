'use strict';
const { PerformanceObserver } = require('node:perf_hooks');

const NONE = { duration: 0, kind: null };

/** Counts the garbage collections of this thread's heap. */
class Collections {
  #count = 0;
  #milliseconds = 0;
  #longest = NONE;
  #observer = new PerformanceObserver((list) => this.#add(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Forgets what was counted. */
  async begin() {
    await this.#settle();
    this.#count = 0;
    this.#milliseconds = 0;
    this.#longest = NONE;
  }

  /** What was counted since the beginning. */
  async end() {
    await this.#settle();
    const { duration, kind } = this.#longest;
    return { count: this.#count, ns: nanoseconds(this.#milliseconds), longest: { ns: nanoseconds(duration), kind } };
  }

  /** Counts no more. */
  close() {
    this.#observer.disconnect();
  }

  // the loop brings the entries a turn later
  async #settle() {
    await new Promise(setImmediate);
    this.#add(this.#observer.takeRecords());
  }

  #add(entries) {
    this.#count += entries.length;
    for (const { duration, detail } of entries) {
      this.#milliseconds += duration;
      if (duration > this.#longest.duration) this.#longest = { duration, kind: detail.kind };
    }
  }
}

function nanoseconds(milliseconds) {
  return Math.round(milliseconds * 1e6);
}

module.exports = { Collections };
