'use strict';
const crypto = require('node:crypto');
const { P } = require('./checksum');

const DIGEST_BYTES = 32;

// crypto.hash spares an object for each digest; Node has it since 20.12 and 21.7
const sha256 = crypto.hash
  ? (bytes) => crypto.hash('sha256', bytes, 'buffer')
  : (bytes) => crypto.createHash('sha256').update(bytes).digest();

/** A chain of digests, each of the one before and a block that is made from the nonce. */
class Chain {
  #nonce;
  #message; // the digest before, then the block

  constructor(nonce, blockBytes) {
    this.#nonce = nonce;
    this.#message = Buffer.alloc(DIGEST_BYTES + blockBytes);
    if (blockBytes > 0) this.#message.fill(sha256(Buffer.from(nonce)), DIGEST_BYTES);
  }

  /** The value of a task after so many steps. */
  value(task, steps) {
    let digest = sha256(Buffer.from(`${this.#nonce}:${task}`));
    for (let step = 0; step < steps; step++) {
      this.#message.set(digest);
      digest = sha256(this.#message);
    }
    return digest.readBigUInt64BE() % P;
  }
}

module.exports = { Chain };
