'use strict';
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { setTimeout: wait } = require('node:timers/promises');

const RESOLUTION_MS = 10;
const RESOLUTION_NS = RESOLUTION_MS * 1e6;
const MOST_WAITS = 100;

/** How much later than due this thread's loop comes to a timer that is due every 10 ms. */
class LoopLag {
  #delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  /** Begins; resolves when the timer runs, since nothing is known before it was due once. */
  async begin() {
    this.#delays.enable();
    for (let waits = 0; this.#delays.count === 0 && waits < MOST_WAITS; waits++) await wait(RESOLUTION_MS);
  }

  /** Ends; what came of it. Node tells the time from one timer to the next, in which it is not late at first. */
  end() {
    this.#delays.disable();
    const { count, mean, max } = this.#delays;
    const longest = Math.max(0, Math.round(max - RESOLUTION_NS));
    const total = count === 0 ? 0 : Math.round(count * (mean - RESOLUTION_NS));
    return { kind: 'loop_lag', count, total_ns: Math.max(longest, total), longest_ns: longest, example: null };
  }
}

module.exports = { LoopLag };
