'use strict';
const { WorkerThread } = require('./worker-thread');

/** A worker thread that executes tasks while the thread that asks stands still. */
class BlockingThread extends WorkerThread {
  #ended = new Int32Array(new SharedArrayBuffer(4));

  static async create(line) {
    const thread = new BlockingThread(line);
    await thread.ask({ type: 'begin' });
    return thread;
  }

  /** Has it execute the task and blocks until it has ended; every task has limits of its own. */
  block(slot) {
    this.#ended[0] = 0;
    this.tell({ type: 'one', slot, ended: this.#ended });
    Atomics.wait(this.#ended, 0, 0);
  }
}

module.exports = { BlockingThread };
