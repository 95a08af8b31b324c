'use strict';
// the program of a process that executes tasks: helper-main.js once|many LINE
const path = require('node:path');
const { Worker } = require('node:worker_threads');
const { now } = require('../clock');
const { Fields } = require('../line/fields');
const { readWork } = require('../work/works');

const WATCH = path.join(__dirname, 'watch.js');
const [, , kind, line] = process.argv;
const once = kind === 'once';
const work = readWork(Fields.of(line));
work.ready?.();
watch();

// A thread that watches costs a third of what starting a process does: one short task does without.
function watch() {
  if (!once || work.long) new Worker(WATCH).unref();
  else require(WATCH);
}

async function execute(task) {
  const laps = [];
  const started = now();
  try {
    const value = work.block ? work.block(task) : await work.execute(task, null, () => laps.push(now()));
    return { started, ended: now(), laps, value };
  } catch (error) {
    return { started, ended: now(), laps, error: error.message };
  }
}

if (once) {
  const { sinceStart } = require('../round/counters');
  process.once('message', async ({ task }) => {
    const answer = await execute(task);
    process.send({ ...answer, used: sinceStart() }, () => process.exit(0));
  });
} else {
  const { answers } = require('./answers');
  process.on('message', async (message) => process.send(await answers(message, execute)));
}
process.on('disconnect', () => process.exit(1));
