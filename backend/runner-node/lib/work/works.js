'use strict';

// only what is asked for is loaded, since a process for one task pays for it
const WORKS = {
  power: () => require('./power').Power,
  fetch: () => require('./fetch').Fetch,
  hash: () => require('./hash').Hash,
  sleep: () => require('./sleep').Sleep,
  mixed: () => require('./mixed').Mixed,
};

/** The ids of all workloads. */
const WORKLOADS = Object.keys(WORKS);

/** The work that a `prepare` asks for. */
function readWork(message) {
  const Work = WORKS[message.text('workload')]();
  return new Work(message.object('params'), message.text('nonce', 64), message);
}

module.exports = { WORKLOADS, readWork };
