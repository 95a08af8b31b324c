'use strict';
const { Chain } = require('./chain');

const LONG_BYTES = 50_000_000;
const LARGEST = 1 << 30;

/** Digests a large buffer, over and over. */
class Hash {
  computes = true;
  laps = 0;

  constructor(params, nonce) {
    this.bufferBytes = params.int('buffer_bytes', 1, LARGEST);
    this.repeats = params.int('repeats', 0);
    this.nonce = nonce;
  }

  /** Whether a task may keep its thread for more than some tenths of a second. */
  get long() {
    return this.bufferBytes * this.repeats > LONG_BYTES;
  }

  /** Makes the buffer, which belongs before the clock. */
  ready() {
    this.chain ??= new Chain(this.nonce, this.bufferBytes);
  }

  compute(task) {
    return this.chain.value(task, this.repeats);
  }

  block(task) {
    return this.compute(task);
  }

  execute(task, loop) {
    return loop.compute(task);
  }
}

module.exports = { Hash };
