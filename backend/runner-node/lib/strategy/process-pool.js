'use strict';
const { Helper } = require('../process/helper');
const { inLanes } = require('./lanes');

/** A fixed number of processes, each of which is sent its next task when the one before has ended. */
class ProcessPool {
  #helpers;

  constructor(helpers) {
    this.#helpers = helpers;
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
    this.alive = { most: this.#living().length, started: 0 };
    return this.#askAll({ type: 'begin' });
  }

  async execute(batch) {
    const helpers = this.#living();
    const execute = (slot, lane) => this.#execute(batch, slot, helpers[lane]);
    await inLanes(helpers.length, batch, execute, (lane) => helpers[lane].alive);
    const error = new Error('All processes of the pool have ended.');
    for (let slot = batch.take(); slot >= 0; slot = batch.take()) batch.lose(slot, error);
  }

  end() {
    return this.#askAll({ type: 'end' });
  }

  async #execute(batch, slot, helper) {
    try {
      batch.keep(slot, await helper.ask({ type: 'execute', task: slot % batch.tasks }));
    } catch (error) {
      batch.lose(slot, error);
    }
  }

  // one that ended meanwhile has nothing to tell
  async #askAll(message) {
    const asked = this.#living().map((helper) => helper.ask(message));
    const told = await Promise.allSettled(asked);
    return told.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  }

  #living() {
    return this.#helpers.filter((helper) => helper.alive);
  }
}

module.exports = { ProcessPool };
