'use strict';
const { P } = require('./checksum');

const LONG_BITS = 4_000_000;

/** Raises a whole number to a power, all digits of it. */
class Power {
  computes = true;
  laps = 0;

  constructor(params) {
    this.base = params.int('base', 0);
    this.exponent = params.int('exponent', 0);
  }

  /** Whether a task may keep its thread for more than some tenths of a second. */
  get long() {
    return Math.log2(this.base + 2) * this.exponent > LONG_BITS;
  }

  compute(task) {
    return BigInt(this.base + 2 * task) ** BigInt(this.exponent) % P;
  }

  block(task) {
    return this.compute(task);
  }

  execute(task, loop) {
    return loop.compute(task);
  }
}

module.exports = { Power };
