'use strict';
const { Fetch } = require('./fetch');
const { Hash } = require('./hash');
const { Mixed } = require('./mixed');
const { Power } = require('./power');
const { Sleep } = require('./sleep');

const WORKS = { power: Power, fetch: Fetch, hash: Hash, sleep: Sleep, mixed: Mixed };

/** The ids of all workloads. */
const WORKLOADS = Object.keys(WORKS);

/** The work that a `prepare` asks for. */
function readWork(message) {
  const Work = WORKS[message.text('workload')];
  return new Work(message.object('params'), message.text('nonce', 64), message);
}

module.exports = { WORKLOADS, readWork };
