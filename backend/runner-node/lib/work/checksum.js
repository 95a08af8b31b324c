'use strict';

/** The prime that all values are reduced by. */
const P = (1n << 61n) - 1n;

/** The checksum of values that lie repeat after repeat, each of so many tasks. */
function checksum(values, tasks) {
  let sum = 0n;
  for (let slot = 0; slot < values.length; slot++) sum += BigInt((slot % tasks) + 1) * values[slot];
  return (sum % P).toString();
}

module.exports = { P, checksum };
