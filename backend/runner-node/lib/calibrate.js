'use strict';
const { now } = require('./clock');
const { Chain } = require('./work/chain');
const { BLOCK_BYTES } = require('./work/mixed');

const WARM_UP_NS = 300_000_000;
const TIMINGS = 9;
const STEPS = 1_000;

/** How many steps of `mixed` this thread does in so many nanoseconds, once warm. */
function calibrate(cpuNs) {
  const chain = new Chain('calibrate', BLOCK_BYTES);
  for (const start = now(); now() - start < WARM_UP_NS;) timed(chain);
  const timings = Array.from({ length: TIMINGS }, () => timed(chain)).sort((one, other) => one - other);
  const median = timings[Math.floor(TIMINGS / 2)];
  return { type: 'calibrated', cpu_ns: cpuNs, steps: Math.max(1, Math.round((cpuNs * STEPS) / median)) };
}

function timed(chain) {
  const start = now();
  chain.value(0, STEPS);
  return now() - start;
}

module.exports = { calibrate };
