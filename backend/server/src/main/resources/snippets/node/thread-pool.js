$header
'use strict';
const { once } = require('node:events');
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
$imports

const TASKS = $tasks;
const THREADS = $in_flight;

$tasks/blocking

async function main() {
  const pool = Array.from({ length: THREADS }, () => new Worker(__filename));
  await Promise.all(pool.map((thread) => once(thread, 'online')));
  let next = 0;
  const work = async (thread) => {
    while (next < TASKS) {
      thread.postMessage(next++);
      await once(thread, 'message'); // the task's result
    }
  };
  const began = performance.now();
  await Promise.all(pool.map(work));
  console.log(`${TASKS} tasks in ${((performance.now() - began) / 1000).toFixed(3)} s`);
  process.exit(); // ends the threads
}

if (isMainThread) main();
else parentPort.on('message', async (i) => parentPort.postMessage(await task(i)));
