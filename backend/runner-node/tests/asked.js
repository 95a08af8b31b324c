'use strict';
const { STRATEGIES: known } = require('../lib/strategy/strategies');

/** The ids of all strategies. */
const STRATEGIES = Object.keys(known);

/** The message fields of a sleep. */
function sleep(strategy, tasks, sleepUs) {
  return { strategy, workload: 'sleep', params: { sleep_us: sleepUs }, tasks };
}

/** The message fields of powers; the exponent says how long each takes. */
function power(strategy, tasks, exponent) {
  return { strategy, workload: 'power', params: { base: 7777, exponent }, tasks };
}

/** The message fields of downloads. */
function fetch(strategy, tasks, { addresses }, urls = 2, limitMs = 5_000) {
  return {
    strategy,
    workload: 'fetch',
    params: { urls_per_task: urls, limit_ms: limitMs },
    origin: { addresses },
    tasks,
  };
}

module.exports = { STRATEGIES, sleep, power, fetch };
