'use strict';
const { LONGEST_WAIT_US, block } = require('../clock');

const LONG_WAIT_US = 200_000;

/** Waits. */
class Sleep {
  computes = false;
  laps = 0;

  constructor(params) {
    this.sleepUs = params.int('sleep_us', 0, LONGEST_WAIT_US);
    this.value = BigInt(this.sleepUs);
  }

  /** Whether a task may keep its thread for more than some tenths of a second. */
  get long() {
    return this.sleepUs > LONG_WAIT_US;
  }

  block() {
    block(this.sleepUs);
    return this.value;
  }

  async execute(task, loop) {
    await loop.pause(this.sleepUs);
    return this.value;
  }
}

module.exports = { Sleep };
