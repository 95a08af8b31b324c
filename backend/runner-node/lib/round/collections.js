'use strict';
const { PerformanceObserver } = require('node:perf_hooks');

/** Counts the garbage collections of this thread's heap. */
class Collections {
  #count = 0;
  #milliseconds = 0;
  #observer = new PerformanceObserver((list) => this.#add(list.getEntries()));

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Forgets what was counted. */
  async begin() {
    await this.#settle();
    this.#count = 0;
    this.#milliseconds = 0;
  }

  /** What was counted since the beginning. */
  async end() {
    await this.#settle();
    return { count: this.#count, ns: Math.round(this.#milliseconds * 1e6) };
  }

  // the loop brings the entries a turn later
  async #settle() {
    await new Promise(setImmediate);
    this.#add(this.#observer.takeRecords());
  }

  #add(entries) {
    this.#count += entries.length;
    for (const { duration } of entries) this.#milliseconds += duration;
  }
}

module.exports = { Collections };
