'use strict';
const { WorkerPool } = require('../thread/worker-pool');

/** A fixed number of worker threads, which take their tasks from one queue in memory that they share. */
class ThreadPool {
  #pool;

  constructor(pool, size) {
    this.#pool = pool;
    this.threads = size;
    this.facts = { worker_threads: size };
  }

  static effective(asked, work, cores) {
    return work.computes ? Math.min(asked, cores) : asked;
  }

  static async create({ effective, line }) {
    return new ThreadPool(await WorkerPool.create(effective, line), effective);
  }

  begin(batch) {
    return this.#pool.askAll({ type: 'begin', shared: batch.shared });
  }

  execute(batch) {
    batch.handAll();
    return this.#pool.askAll({ type: 'take' });
  }

  end() {
    return this.#pool.askAll({ type: 'end' });
  }

  askThreads(message, most) {
    return this.#pool.askAll(message, most);
  }
}

module.exports = { ThreadPool };
