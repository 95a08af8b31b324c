'use strict';
const { Worker } = require('node:worker_threads');
const { Lines, LONGEST } = require('./line/lines');

/**
 * Runs the engine in a thread of its own and carries lines between it and the coordinator. This thread does nothing
 * else, so that it sees the end of stdin whatever the engine is busy with; exiting then ends every thread.
 */
function guard(engine) {
  const stdout = claimStdout();
  const say = (answer, status) =>
    stdout.write(JSON.stringify(answer) + '\n', () => status === undefined || process.exit(status));
  const worker = new Worker(engine, { stdout: true });
  worker.stdout.pipe(process.stderr);
  worker.on('message', ({ answer, status }) => say(answer, status));
  worker.on('error', (error) => crash(error, say)); // of any kind, no memory left included
  stdout.on('error', gone);
  const tooLong = () => {
    process.stdin.pause();
    say({ type: 'failed', kind: 'LINE_TOO_LONG', message: `A line has more than ${LONGEST} bytes.` }, 1);
  };
  const lines = new Lines((line) => worker.postMessage(line), tooLong);
  process.stdin
    .on('data', (chunk) => lines.add(chunk))
    .on('end', gone)
    .on('error', gone);
}

/** What anything else prints goes to stderr from now on. */
function claimStdout() {
  const { stdout } = process;
  Object.defineProperty(process, 'stdout', { get: () => process.stderr });
  return stdout;
}

function gone() {
  process.exit(1);
}

function crash(error, say) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  say({ type: 'failed', kind: 'CRASHED', message: `The runner failed unexpectedly: ${error?.message ?? error}` }, 1);
}

module.exports = { guard };
