'use strict';
const { Helper } = require('../process/helper');
const { inLanes } = require('./lanes');

/** A process for each task, started when its turn comes and ended with it. */
class Processes {
  #lanes;
  #line;
  #told;
  #now;

  constructor(lanes, line) {
    this.#lanes = lanes;
    this.#line = line;
  }

  static effective(asked) {
    return asked;
  }

  static async create({ effective, line }) {
    return new Processes(effective, line);
  }

  async begin() {
    this.#told = [];
    this.#now = 0;
    this.alive = { most: 0, started: 0 };
  }

  execute(batch) {
    return inLanes(this.#lanes, batch, (slot) => this.#execute(batch, slot));
  }

  async end() {
    return this.#told;
  }

  async #execute(batch, slot) {
    batch.start(slot);
    const helper = this.#start();
    try {
      const { laps, value, error, used } = await helper.ask({ task: slot % batch.tasks });
      this.#told.push({ used });
      batch.keep(slot, { laps, value, error });
    } catch (error) {
      batch.fail(slot, error.message);
    }
    await helper.end();
    this.#now--;
    batch.end(slot);
  }

  #start() {
    this.#now++;
    this.alive = { most: Math.max(this.alive.most, this.#now), started: this.alive.started + 1 };
    return new Helper(this.#line, true);
  }
}

module.exports = { Processes };
