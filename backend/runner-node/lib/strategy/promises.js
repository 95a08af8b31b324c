'use strict';
const { pause } = require('../clock');
const { WorkerPool } = require('../thread/worker-pool');
const { inLanes } = require('./lanes');

/** A promise for each task on this thread's event loop, which hands what computes to worker threads. */
class Promises {
  #lanes;
  #pool;
  #loop;

  constructor(lanes, pool, size) {
    this.#lanes = lanes;
    this.#pool = pool;
    this.threads = size;
    this.#loop = { pause, compute: (task) => pool.compute(task) };
    this.facts = { worker_threads: size };
  }

  static effective(asked, work, cores) {
    return work.computes ? Math.min(asked, cores) : asked;
  }

  static async create({ effective, line, work, cores }) {
    const size = work.compute ? Math.min(effective, cores) : 0;
    return new Promises(effective, await WorkerPool.create(size, line), size);
  }

  begin(batch) {
    return this.#pool.askAll({ type: 'begin', shared: batch.shared });
  }

  execute(batch) {
    return inLanes(this.#lanes, batch, (slot) => batch.execute(slot, this.#loop));
  }

  end() {
    return this.#pool.askAll({ type: 'end' });
  }

  askThreads(message, most) {
    return this.#pool.askAll(message, most);
  }
}

module.exports = { Promises };
