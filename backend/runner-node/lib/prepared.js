'use strict';
const v8 = require('node:v8');
const { now } = require('./clock');
const { limit, status } = require('./host/proc');
const { Failed } = require('./line/fields');
const { Batch } = require('./round/batch');
const { Collections } = require('./round/collections');
const { Counters } = require('./round/counters');
const { Recording } = require('./round/recordings');
const { rounded } = require('./round/rounded');

/** A strategy that is ready for rounds of its work. */
class Prepared {
  #plan;
  #strategy;
  #setupNs;
  #collections = new Collections();

  constructor(plan, strategy, setupNs) {
    this.#plan = plan;
    this.#strategy = strategy;
    this.#setupNs = setupNs;
  }

  /** Creates what the strategy keeps between rounds. */
  static async create(plan) {
    const start = now();
    try {
      const strategy = await plan.Strategy.create(plan);
      const setupNs = now() - start;
      plan.work.ready?.();
      return new Prepared(plan, strategy, setupNs);
    } catch (error) {
      throw new Failed('NOT_CREATED', `The strategy \`${plan.strategy}\` could not be prepared: ${error.message}.`, 1);
    }
  }

  get tasks() {
    return this.#plan.tasks;
  }

  /** The answer to `prepare`. */
  answer() {
    const files = limit('Max open files');
    const heap = v8.getHeapStatistics().heap_size_limit;
    const facts = { heap_bytes: heap, ...(files < Infinity && { file_limit: files }), ...this.#strategy.facts };
    return { type: 'ready', setup_ns: this.#setupNs, effective_in_flight: this.#plan.effective, facts };
  }

  /** Executes a round. */
  async round(repeats, recorded) {
    const batch = Batch.create(this.#plan.work, this.tasks, repeats, recorded);
    await this.#strategy.begin?.(batch);
    await this.#collections.begin();
    const counters = Counters.begin();
    const starts = await this.#repeats(batch, repeats);
    const wallNs = now() - starts[0];
    const own = { used: counters.end(), collections: await this.#collections.end(), threads: status('Threads') };
    const told = (await this.#strategy.end?.()) ?? [];
    const answer = {
      started_ns: starts[0],
      wall_ns: wallNs,
      repeats,
      ...rounded(batch, own, told, this.#strategy),
    };
    return { recording: recorded ? new Recording(batch, starts) : null, answer };
  }

  /** Sends at most so many of the worker threads that the strategy keeps a message; resolves with all answers. */
  async askThreads(message, most) {
    return (await this.#strategy.askThreads?.(message, most)) ?? [];
  }

  async #repeats(batch, repeats) {
    const starts = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      batch.open(repeat);
      starts.push(now());
      await this.#strategy.execute(batch);
    }
    return starts;
  }
}

module.exports = { Prepared };
