'use strict';
const { Failed } = require('../line/fields');
const { STARTED, ENDED } = require('./batch');
const { Histogram } = require('./histogram');

const MOST_BYTES = 64 * 1024 * 1024;
const PIECE_TASKS = 500;
const PIECE_CHARACTERS = 64_000;

/** What is kept of one round: the timeline of its last repeat, and how long the tasks of all took. */
class Recording {
  #timeline;
  #width;

  constructor(batch, starts) {
    const zero = starts[starts.length - 1];
    const since = (moment) => (moment < 0 ? -1 : moment - zero);
    this.#timeline = batch.stamps.slice((starts.length - 1) * batch.tasks * batch.width).map(since);
    this.tasks = batch.tasks;
    this.#width = batch.width;
    this.service = new Histogram();
    this.submission = new Histogram();
    this.#add(batch, starts);
  }

  /** What the timeline takes. */
  get bytes() {
    return this.#timeline.byteLength;
  }

  /** The last repeat's tasks from `from` on, as many as fit a line. */
  timeline(from) {
    const tasks = [];
    let characters = 0;
    for (let task = from; task < this.tasks && tasks.length < PIECE_TASKS; task++) {
      const row = Array.from(this.#timeline.subarray(task * this.#width, (task + 1) * this.#width));
      characters += row.join().length + 3;
      if (characters > PIECE_CHARACTERS && tasks.length > 0) break;
      tasks.push(row);
    }
    return { from, total: this.tasks, tasks };
  }

  // of the tasks that succeeded
  #add({ stamps, failures, tasks, width }, starts) {
    failures.forEach((failed, slot) => {
      if (failed) return;
      const ended = stamps[slot * width + ENDED];
      this.service.add(ended - stamps[slot * width + STARTED]);
      this.submission.add(ended - starts[Math.floor(slot / tasks)]);
    });
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

  /** The latencies of several rounds, merged. */
  latencies(of, rounds) {
    const merged = new Histogram();
    for (const round of rounds) merged.addAll(this.get(round)[of]);
    return merged;
  }

  /** What is kept of a round. */
  get(round) {
    const recording = this.#kept.get(round);
    if (!recording) throw new Failed('NOT_RECORDED', `Round ${round} was not recorded, or is no longer kept.`);
    return recording;
  }
}

module.exports = { Recording, Recordings };
