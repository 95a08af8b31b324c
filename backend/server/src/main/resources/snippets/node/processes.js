$header
'use strict';
const { fork } = require('node:child_process');
const { once } = require('node:events');
$imports

const TASKS = $tasks;
const IN_FLIGHT = $in_flight;

$tasks/blocking

async function main() {
  let next = 0;
  const lane = async () => {
    while (next < TASKS) await execute(next++);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  console.log(`${TASKS} tasks in ${((performance.now() - began) / 1000).toFixed(3)} s`);
}

async function execute(i) {
  let value;
  const child = fork(__filename, [String(i)], { serialization: 'advanced' });
  child.once('message', ([answer]) => (value = answer));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error('a task failed, see above');
  return value;
}

/** Without an argument it starts a process of itself for each task; with one it executes that task. */
if (process.argv.length < 3) main();
else (async () => process.send([await task(Number(process.argv[2]))]))();
