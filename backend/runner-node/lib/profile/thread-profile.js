'use strict';
const inspector = require('node:inspector');
const v8 = require('node:v8');
const { promisify } = require('node:util');
const { Collections } = require('../round/collections');
const { atWork } = require('./at-work');

/** How often V8 looks at a thread, in microseconds. */
const INTERVAL_US = 1_000;

/** What is seen of the thread that begins it: its functions, the pauses of its heap, what it allocates. */
class ThreadProfile {
  #session = new inspector.Session();
  #collections;
  #allocated;

  static async begin() {
    const profile = new ThreadProfile();
    await profile.#begin();
    return profile;
  }

  async #begin() {
    this.#session.connect();
    await this.#post('Profiler.enable');
    await this.#post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
    this.#collections = new Collections();
    await this.#collections.begin();
    this.#allocated = allocated();
    await this.#post('Profiler.start');
  }

  /** Ends it; what came of it, as a message can carry it. */
  async end() {
    const { profile } = await this.#post('Profiler.stop');
    const bytes = allocated() - this.#allocated;
    this.#session.disconnect();
    const collections = await this.#collections.end();
    this.#collections.close();
    return { found: atWork(profile.nodes), collections, allocated: Number.isNaN(bytes) ? null : bytes };
  }

  #post(method, params = {}) {
    return promisify(this.#session.post).call(this.#session, method, params);
  }
}

// only newer versions tell
function allocated() {
  return v8.getHeapStatistics().total_allocated_bytes ?? NaN;
}

module.exports = { INTERVAL_US, ThreadProfile };
