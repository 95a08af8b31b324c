'use strict';
const { P } = require('./checksum');

const LONG_BITS = 4_000_000;
const MOST_BITS = 2 ** 30;
const LARGEST_BASE = 2 ** 52; // so that twice the task can be added to it
const LARGEST_EXPONENT = 2 ** 31 - 1;

/** Raises a whole number to a power, all digits of it. */
class Power {
  computes = true;
  laps = 0;

  constructor(params) {
    this.base = params.int('base', 1, LARGEST_BASE);
    this.exponent = params.int('exponent', 0, LARGEST_EXPONENT);
  }

  /** Whether a task may keep its thread for more than some tenths of a second. */
  get long() {
    return this.#bits(1) > LONG_BITS;
  }

  // V8 would notice only after minutes that a number has more bits than it can hold
  compute(task) {
    if (this.#bits(task) > MOST_BITS) throw new RangeError('The power has more than the 2^30 bits of a BigInt.');
    return BigInt(this.base + 2 * task) ** BigInt(this.exponent) % P;
  }

  block(task) {
    return this.compute(task);
  }

  execute(task, loop) {
    return loop.compute(task);
  }

  #bits(task) {
    return Math.log2(Math.max(this.base + 2 * task, 1)) * this.exponent;
  }
}

module.exports = { Power };
