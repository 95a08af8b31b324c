'use strict';
const { constants } = require('node:perf_hooks');
const { LoopLag } = require('./loop-lag');
const { INTERVAL_US, ThreadProfile } = require('./thread-profile');

const MOST_FUNCTIONS = 20;
const MOST_THREADS = 8; // each is interrupted a thousand times a second, so hundreds of them would do little else
const COLLECTIONS = {
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'a minor collection',
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'a major collection',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'a step of a major collection',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'callbacks after a collection',
};

/** What is seen of this process until its end: of this thread, and of worker threads that a strategy keeps. */
class Profile {
  #prepared;
  #own;
  #lag = new LoopLag();

  constructor(prepared, own) {
    this.#prepared = prepared;
    this.#own = own;
  }

  static async begin(prepared) {
    const profile = new Profile(prepared, await ThreadProfile.begin());
    await prepared.askThreads({ type: 'profile' }, MOST_THREADS);
    await profile.#lag.begin();
    return profile;
  }

  /** The answer to `profile`. */
  answer() {
    return { type: 'profiling', profiler: 'V8', interval_ns: INTERVAL_US * 1_000 };
  }

  /** Ends it; the answer to `profile_end`. */
  async end() {
    const lag = this.#lag.end();
    const others = await this.#prepared.askThreads({ type: 'profile_end' }, MOST_THREADS);
    const threads = [await this.#own.end(), ...others];
    const functions = merged(threads);
    const bytes = threads.map(({ allocated }) => allocated);
    return {
      type: 'profiled',
      samples: sum(functions.map(([, count]) => count)),
      functions: functions.slice(0, MOST_FUNCTIONS),
      events: [lag, pauses(threads.map(({ collections }) => collections))],
      allocated_bytes: bytes.includes(null) ? null : sum(bytes),
    };
  }
}

/** The functions of all threads, most often found first. */
function merged(threads) {
  const counts = new Map();
  for (const [name, count] of threads.flatMap(({ found }) => found)) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].sort(([name, count], [other, most]) => most - count || (name < other ? -1 : 1));
}

function pauses(collections) {
  const longest = collections.map((each) => each.longest).reduce((one, other) => (other.ns > one.ns ? other : one));
  return {
    kind: 'gc_pause',
    count: sum(collections.map(({ count }) => count)),
    total_ns: sum(collections.map(({ ns }) => ns)),
    longest_ns: longest.ns,
    example: COLLECTIONS[longest.kind] ?? null,
  };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

module.exports = { Profile };
