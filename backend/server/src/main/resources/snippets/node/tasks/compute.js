// %% power
function $function(i) {
  return BigInt($base + 2 * i) ** BigInt($exponent) % (2n ** 61n - 1n);
}

// %% hash
const { createHash } = require('node:crypto');
const BUFFER = Buffer.alloc($buffer_bytes);

function $function(i) {
  let digest = Buffer.from(String(i));
  for (let repeat = 0; repeat < $repeats; repeat++) {
    digest = createHash('sha256').update(digest).update(BUFFER).digest();
  }
  return digest.toString('hex');
}

// %% mixed
const { createHash } = require('node:crypto');
const BLOCK = Buffer.alloc(992);

function $function(i) {
  let digest = Buffer.from(String(i));
  for (let step = 0; step < $steps; step++) {
    digest = createHash('sha256').update(digest).update(BLOCK).digest();
  }
  return digest.toString('hex');
}
