'use strict';
const { WorkerThread } = require('./worker-thread');

/** A fixed number of worker threads. */
class WorkerPool {
  #threads;
  #idle;
  #waiting = [];

  constructor(threads) {
    this.#threads = threads;
    this.#idle = [...threads];
  }

  /** Starts them, each with the work that the line of a `prepare` asks for; resolves when all of them take tasks. */
  static async create(size, line) {
    const threads = Array.from({ length: size }, () => new WorkerThread(line));
    await Promise.all(threads.map((thread) => thread.ask({ type: 'begin' })));
    return new WorkerPool(threads);
  }

  /** Sends each of them a message, or the first `most`; resolves with all answers. */
  askAll(message, most = this.#threads.length) {
    return Promise.all(this.#threads.slice(0, most).map((thread) => thread.ask(message)));
  }

  /** Has the next idle one compute a task; resolves with its value. */
  async compute(task) {
    const thread = this.#idle.pop() ?? (await new Promise((resolve) => this.#waiting.push(resolve)));
    const { value, error } = await thread.ask({ type: 'compute', task });
    const next = this.#waiting.shift();
    if (next) next(thread);
    else this.#idle.push(thread);
    if (error) throw new Error(error);
    return value;
  }
}

module.exports = { WorkerPool };
