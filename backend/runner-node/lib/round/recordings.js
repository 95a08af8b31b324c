'use strict';
const { Failed } = require('../line/fields');
const { STARTED, ENDED } = require('./batch');
const { Histogram } = require('./histogram');

const MOST_BYTES = 64 * 1024 * 1024;
const PIECE_TASKS = 500;
const PIECE_CHARACTERS = 64_000;

/** The stamps of one round. */
class Recording {
  constructor(batch, starts) {
    this.batch = batch;
    this.starts = starts;
    this.bytes = batch.stamps.byteLength + batch.values.byteLength;
  }

  /** The last repeat's tasks from `from` on, as many as fit a line. */
  timeline(from) {
    const tasks = [];
    let characters = 0;
    for (let task = from; task < this.batch.tasks && tasks.length < PIECE_TASKS; task++) {
      const row = this.#row(this.starts.length - 1, task);
      characters += row.join().length + 3;
      if (characters > PIECE_CHARACTERS && tasks.length > 0) break;
      tasks.push(row);
    }
    return { from, total: this.batch.tasks, tasks };
  }

  /** Adds the tasks that succeeded. */
  addTo(histogram, ofService) {
    this.starts.forEach((start, repeat) => {
      for (let slot = repeat * this.batch.tasks; slot < (repeat + 1) * this.batch.tasks; slot++) {
        const begin = ofService ? this.#at(slot, STARTED) : start;
        if (!this.batch.failures[slot]) histogram.add(this.#at(slot, ENDED) - begin);
      }
    });
  }

  #row(repeat, task) {
    const at = (repeat * this.batch.tasks + task) * this.batch.width;
    return Array.from(this.batch.stamps.subarray(at, at + this.batch.width), (moment) =>
      moment < 0 ? -1 : moment - this.starts[repeat],
    );
  }

  #at(slot, column) {
    return this.batch.stamps[slot * this.batch.width + column];
  }
}

/** The newest recorded rounds. */
class Recordings {
  #kept = new Map();

  keep(round, recording) {
    this.#kept.set(round, recording);
    let bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (bytes <= MOST_BYTES || oldest === round) return;
      this.#kept.delete(oldest);
      bytes -= freed;
    }
  }

  /** The answer's fields for a piece of a timeline. */
  timeline(round, from) {
    return { round, ...this.#get(round).timeline(from) };
  }

  /** The answer's fields for a piece of the merged latencies. */
  latency(of, rounds, from) {
    const histogram = new Histogram();
    for (const round of rounds) this.#get(round).addTo(histogram, of === 'service');
    return { of, ...histogram.piece(from) };
  }

  #get(round) {
    const recording = this.#kept.get(round);
    if (!recording) throw new Failed('NOT_RECORDED', `Round ${round} was not recorded, or is no longer kept.`);
    return recording;
  }
}

module.exports = { Recording, Recordings };
