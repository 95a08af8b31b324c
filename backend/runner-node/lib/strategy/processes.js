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
    try {
      const helper = new Helper(this.#line, true);
      this.#begins();
      await this.#ask(helper, batch, slot);
      this.#now--;
    } catch (error) {
      batch.lose(slot, error); // it could not even be started
    }
  }

  // the permit is free when the process has ended, not when the task has: its end costs as well
  async #ask(helper, batch, slot) {
    try {
      const answer = await helper.ask({ task: slot % batch.tasks });
      this.#told.push({ used: answer.used });
      batch.keep(slot, answer);
    } catch (error) {
      batch.lose(slot, error);
    }
    await helper.ended;
  }

  #begins() {
    this.#now++;
    this.alive = { most: Math.max(this.alive.most, this.#now), started: this.alive.started + 1 };
  }
}

module.exports = { Processes };
