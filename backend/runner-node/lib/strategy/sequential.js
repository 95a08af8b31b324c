'use strict';

/** One task after another, on the thread that asks for them. */
class Sequential {
  static effective() {
    return 1;
  }

  static async create() {
    return new Sequential();
  }

  async execute(batch) {
    for (let slot = batch.take(); slot >= 0; slot = batch.take()) {
      batch.hand(slot);
      await batch.block(slot);
    }
  }
}

module.exports = { Sequential };
