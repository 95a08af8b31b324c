'use strict';
const { BlockingThread } = require('../thread/blocking-thread');
const { inLanes } = require('./lanes');

/**
 * A promise for each task on this thread's event loop, each of which blocks it: a mistake to learn from. Node has no
 * blocking sockets, so downloads block as libraries for that do: a helper thread downloads while the loop stands still.
 */
class PromisesBlocking {
  #lanes;
  #helper;

  constructor(lanes, helper) {
    this.#lanes = lanes;
    this.#helper = helper;
    this.threads = helper ? 1 : 0;
  }

  static effective() {
    return 1;
  }

  static async create({ asked, line, work }) {
    return new PromisesBlocking(asked, work.block ? null : await BlockingThread.create(line));
  }

  begin(batch) {
    return this.askThreads({ type: 'begin', shared: batch.shared });
  }

  execute(batch) {
    return inLanes(this.#lanes, batch, async (slot) => {
      await null; // a turn of the loop, as any promise takes
      if (this.#helper) this.#helper.block(slot);
      else batch.block(slot);
    });
  }

  end() {
    return this.askThreads({ type: 'end' });
  }

  async askThreads(message) {
    return this.#helper ? [await this.#helper.ask(message)] : [];
  }
}

module.exports = { PromisesBlocking };
