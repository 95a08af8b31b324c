'use strict';
const { bad } = require('../line/fields');
const { P } = require('./checksum');
const { Connections } = require('./connections');
const { download } = require('./download');
const { Target } = require('./target');

const MOST_DOWNLOADS = 10_000;
const LONGEST_MS = 3_600_000;

/** Downloads one body after another, over connections of its own. It only waits, so there is no blocking way. */
class Fetch {
  computes = false;
  long = false;

  constructor(params, nonce, message) {
    if (message.has('origin') === message.has('targets')) throw bad('`fetch` needs either `origin` or `targets`.');
    this.limitMs = params.int('limit_ms', 1, LONGEST_MS);
    this.targets = message.has('origin') ? fromOrigin(message.object('origin'), params) : fromTargets(message);
    this.laps = this.targets(0).length;
  }

  async execute(task, loop, lap) {
    const connections = new Connections();
    try {
      return await this.#downloads(task, connections, lap);
    } finally {
      await connections.close();
    }
  }

  async #downloads(task, connections, lap) {
    let value = 0n;
    for (const [index, target] of this.targets(task).entries()) {
      value += BigInt(index + 1) * (await download(connections, target, this.limitMs));
      lap(index);
    }
    return value % P;
  }
}

function fromOrigin(origin, params) {
  const addresses = origin.list('addresses').map(Target.at);
  const urls = params.int('urls_per_task', 1, MOST_DOWNLOADS);
  return (task) => {
    const at = addresses[task % addresses.length];
    return Array.from({ length: urls }, (_, url) => at(`/u/${task}/${url}`));
  };
}

function fromTargets(message) {
  const targets = message.list('targets').map(Target.read);
  return () => targets;
}

module.exports = { Fetch };
