'use strict';
const { Helper } = require('../process/helper');
const { inLanes } = require('./lanes');

/** A fixed number of processes, each of which is sent its next task when the one before has ended. */
class ProcessPool {
  #helpers;

  constructor(helpers) {
    this.#helpers = helpers;
    this.alive = { most: helpers.length, started: 0 };
    this.facts = { worker_processes: helpers.length };
  }

  static effective(asked, work, cores) {
    return work.computes ? Math.min(asked, cores) : asked;
  }

  static async create({ effective, line }) {
    const helpers = Array.from({ length: effective }, () => new Helper(line, false));
    await Promise.all(helpers.map((helper) => helper.ask({ type: 'begin' })));
    return new ProcessPool(helpers);
  }

  begin() {
    return this.#askAll({ type: 'begin' });
  }

  execute(batch) {
    return inLanes(this.#helpers.length, batch, (slot, lane) => this.#execute(batch, slot, this.#helpers[lane]));
  }

  end() {
    return this.#askAll({ type: 'end' });
  }

  async #execute(batch, slot, helper) {
    try {
      batch.keep(slot, await helper.ask({ type: 'execute', task: slot % batch.tasks }));
    } catch (error) {
      batch.fail(slot, error.message);
    }
  }

  // one that ended meanwhile has nothing to tell
  async #askAll(message) {
    const asked = this.#helpers.filter((helper) => helper.alive).map((helper) => helper.ask(message));
    const told = await Promise.allSettled(asked);
    return told.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  }
}

module.exports = { ProcessPool };
