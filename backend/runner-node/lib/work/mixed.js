'use strict';
const { LONGEST_WAIT_US, block } = require('../clock');
const { Chain } = require('./chain');

const BLOCK_BYTES = 992;
const LONG_STEPS = 30_000;
const LONG_WAIT_US = 100_000;

/** Waits, computes and waits again. */
class Mixed {
  computes = false;
  laps = 0;

  constructor(params, nonce) {
    this.waitUs = params.int('wait_us', 0, LONGEST_WAIT_US);
    this.steps = params.int('steps', 0);
    this.chain = new Chain(nonce, BLOCK_BYTES);
  }

  /** Whether a task may keep its thread for more than some tenths of a second. */
  get long() {
    return this.steps > LONG_STEPS || this.waitUs > LONG_WAIT_US;
  }

  compute(task) {
    return this.chain.value(task, this.steps);
  }

  block(task) {
    block(this.waitUs);
    const value = this.compute(task);
    block(this.waitUs);
    return value;
  }

  async execute(task, loop) {
    await loop.pause(this.waitUs);
    const value = await loop.compute(task);
    await loop.pause(this.waitUs);
    return value;
  }
}

module.exports = { Mixed, BLOCK_BYTES };
