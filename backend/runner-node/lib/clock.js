'use strict';

/** The longest wait that may be asked for, in microseconds. */
const LONGEST_WAIT_US = 3_600_000_000;
const CELL = new Int32Array(new SharedArrayBuffer(4));

/** Nanoseconds of the host's monotonic clock, a whole number; exact to 1 ns for the first 104 days of uptime. */
function now() {
  const [seconds, rest] = process.hrtime();
  return seconds * 1e9 + rest;
}

/** Blocks this thread for at least so many microseconds. */
function block(microseconds) {
  const due = now() + microseconds * 1000;
  for (let left = due - now(); left > 0; left = due - now()) Atomics.wait(CELL, 0, 0, left / 1e6);
}

/** Resolves after at least so many microseconds; the loop's timers are whole milliseconds and may fire early. */
async function pause(microseconds) {
  const due = now() + microseconds * 1000;
  for (let left = due - now(); left > 0; left = due - now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(left / 1e6)));
  }
}

module.exports = { LONGEST_WAIT_US, now, block, pause };
