$header
'use strict';
const { fork } = require('node:child_process');
const { once } = require('node:events');
$imports

const TASKS = $tasks;
const PROCESSES = $in_flight;

$tasks/blocking

async function main() {
  const pool = Array.from({ length: PROCESSES }, start);
  await Promise.all(pool.map((child) => once(child, 'message'))); // ready
  let next = 0;
  const work = async (child) => {
    while (next < TASKS) {
      child.send(next++);
      await once(child, 'message'); // the task's result
    }
  };
  const began = performance.now();
  await Promise.all(pool.map(work));
  console.log(`${TASKS} tasks in ${((performance.now() - began) / 1000).toFixed(3)} s`);
  pool.forEach((child) => child.disconnect());
}

function start() {
  const child = fork(__filename, ['worker'], { serialization: 'advanced' });
  child.on('exit', (status) => status === 0 || process.exit(1)); // a task failed, see above
  return child;
}

/** Without an argument it keeps processes of itself that execute tasks; with one it is such a process. */
if (process.argv.length < 3) main();
else {
  process.on('message', async (i) => process.send([await task(i)]));
  process.send('ready');
}
