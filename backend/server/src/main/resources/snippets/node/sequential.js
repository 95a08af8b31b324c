$header
'use strict';
$imports

const TASKS = $tasks;

$tasks/blocking

async function main() {
  const began = performance.now();
  for (let i = 0; i < TASKS; i++) await task(i);
  console.log(`${TASKS} tasks in ${((performance.now() - began) / 1000).toFixed(3)} s`);
}

main();
