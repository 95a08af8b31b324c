'use strict';
const { ProcessPool } = require('./process-pool');
const { Processes } = require('./processes');
const { Promises } = require('./promises');
const { PromisesBlocking } = require('./promises-blocking');
const { Sequential } = require('./sequential');
const { ThreadPool } = require('./thread-pool');

/** All strategies by their ids. */
const STRATEGIES = {
  sequential: Sequential,
  'thread-pool': ThreadPool,
  processes: Processes,
  'process-pool': ProcessPool,
  promises: Promises,
  'promises-blocking': PromisesBlocking,
};

module.exports = { STRATEGIES };
