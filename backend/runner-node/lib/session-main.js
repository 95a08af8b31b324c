'use strict';
// the engine's thread: answers lines, one after another
const { parentPort } = require('node:worker_threads');
const { Failed } = require('./line/fields');
const { hello, Session } = require('./session');

const session = new Session();
let last = Promise.resolve();

parentPort.postMessage({ answer: hello() });
parentPort.on('message', (line) => {
  last = last.then(() => answer(line));
});

async function answer(line) {
  try {
    const answer = await session.answer(line);
    parentPort.postMessage({ answer, status: answer.type === 'bye' ? 0 : undefined });
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    parentPort.postMessage({ answer: error.answer(), status: error.status });
  }
}
