'use strict';
// the program of a worker thread of a pool
const { parentPort, workerData } = require('node:worker_threads');
const { Fields } = require('../line/fields');
const { Batch } = require('../round/batch');
const { Collections } = require('../round/collections');
const { readWork } = require('../work/works');

const work = readWork(Fields.of(workerData));
const collections = new Collections();
let batch;
let profile;

const ANSWERS = {
  async begin({ shared }) {
    work.ready?.();
    batch = shared && new Batch(work, shared);
    await collections.begin();
    return {};
  },
  async take() {
    for (let slot = batch.take(); slot >= 0; slot = batch.take()) await batch.block(slot);
    return {};
  },
  async one({ slot, ended }) {
    await batch.block(slot);
    Atomics.store(ended, 0, 1);
    Atomics.notify(ended, 0);
  },
  compute({ task }) {
    try {
      return { value: work.compute(task) };
    } catch (error) {
      return { error: error.message };
    }
  },
  async end() {
    return { collections: await collections.end(), firstError: batch.firstError };
  },
  async profile() {
    const { ThreadProfile } = require('../profile/thread-profile');
    profile = await ThreadProfile.begin();
    return {};
  },
  profile_end: () => profile.end(),
};

parentPort.on('message', async (message) => {
  const answer = await ANSWERS[message.type](message);
  if (answer) parentPort.postMessage(answer);
});
