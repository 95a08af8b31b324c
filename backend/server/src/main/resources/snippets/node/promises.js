$header
'use strict';
const threads = require('node:worker_threads');
$imports

const TASKS = $tasks;
const IN_FLIGHT = $in_flight;

$tasks/promises

async function main() {
  let next = 0;
  const lane = async () => {
    while (next < TASKS) await task(next++);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  console.log(`${TASKS} tasks in ${((performance.now() - began) / 1000).toFixed(3)} s`);
  process.exit(); // ends the threads, where it has any
}

if (threads.isMainThread) main();
