// %% power hash
$compute

const POOL = threads.isMainThread ? Array.from({ length: $in_flight }, start) : [];
const resolvers = [];

function start() {
  return new threads.Worker(__filename).on('message', ([i, value]) => resolvers[i](value));
}

/** Hands it to a thread, since what computes would hold up the loop. */
function task(i) {
  return new Promise((resolve) => {
    resolvers[i] = resolve;
    POOL[i % POOL.length].postMessage(i);
  });
}

threads.parentPort?.on('message', (i) => threads.parentPort.postMessage([i, compute(i)]));

// %% sleep
const { setTimeout: pause } = require('node:timers/promises');
async function task(i) {
  await pause($sleep_ms);
  return i;
}

// %% mixed
const os = require('node:os');
const { setTimeout: pause } = require('node:timers/promises');
const WAIT_MS = Math.ceil($wait_ms); // the loop's timers are no finer
$compute

const POOL = threads.isMainThread ? Array.from({ length: os.cpus().length }, start) : [];
const resolvers = [];

function start() {
  return new threads.Worker(__filename).on('message', ([i, value]) => resolvers[i](value));
}

async function task(i) {
  await pause(WAIT_MS);
  const digest = await elsewhere(i);
  await pause(WAIT_MS);
  return digest;
}

/** Hands it to a thread, since what computes would hold up the loop. */
function elsewhere(i) {
  return new Promise((resolve) => {
    resolvers[i] = resolve;
    POOL[i % POOL.length].postMessage(i);
  });
}

threads.parentPort?.on('message', (i) => threads.parentPort.postMessage([i, compute(i)]));

// %% fetch
const URLS = $urls;

async function task(i) {
  let size = 0;
  for (const url of URLS) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${url}: status ${answer.status}`);
    size += (await answer.arrayBuffer()).byteLength;
  }
  return size;
}
