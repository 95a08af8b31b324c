'use strict';
const { now } = require('../clock');
const { checksum } = require('../work/checksum');

const HANDED = 0;
const STARTED = 1;
const ENDED = 2;
const LAPS = 3;

/**
 * The tasks of one round, in memory that its threads share. Each execution of a task has a slot: those of the first
 * repeat, then those of the second, and so on.
 */
class Batch {
  constructor(work, shared) {
    this.work = work;
    this.shared = shared;
    this.tasks = shared.tasks;
    this.width = LAPS + work.laps;
    this.values = new BigUint64Array(shared.values);
    this.failures = new Uint8Array(shared.failures);
    this.stamps = new Float64Array(shared.stamps);
    this.queue = new Int32Array(shared.queue);
    this.firstError = null;
  }

  /** A batch in new memory; without stamps unless it is recorded. */
  static create(work, tasks, repeats, recorded) {
    const slots = tasks * repeats;
    const batch = new Batch(work, {
      tasks,
      recorded,
      values: new SharedArrayBuffer(slots * 8),
      failures: new SharedArrayBuffer(slots),
      stamps: new SharedArrayBuffer(recorded ? slots * (LAPS + work.laps) * 8 : 0),
      queue: new SharedArrayBuffer(8),
    });
    batch.stamps.fill(-1);
    return batch;
  }

  /** Opens a repeat: its tasks can be taken from now on. */
  open(repeat) {
    this.queue[0] = repeat * this.tasks;
    this.queue[1] = (repeat + 1) * this.tasks;
  }

  /** The next slot of this repeat, or -1 when all are taken; no two threads get the same. */
  take() {
    const slot = Atomics.add(this.queue, 0, 1);
    return slot < this.queue[1] ? slot : -1;
  }

  /** Marks all tasks of the open repeat as handed over. */
  handAll() {
    const moment = now();
    for (let slot = this.queue[0]; slot < this.queue[1]; slot++) this.#stamp(slot, HANDED, moment);
  }

  hand(slot) {
    this.#stamp(slot, HANDED, this.#moment());
  }

  start(slot) {
    this.#stamp(slot, STARTED, this.#moment());
  }

  end(slot) {
    this.#stamp(slot, ENDED, this.#moment());
  }

  /** Executes a task on this thread, blocking where its work has a blocking way. */
  block(slot, loop) {
    if (!this.work.block) return this.execute(slot, loop);
    this.start(slot);
    try {
      this.values[slot] = this.work.block(slot % this.tasks);
    } catch (error) {
      this.fail(slot, error.message);
    }
    return this.end(slot);
  }

  /** Executes a task on this thread's loop. */
  async execute(slot, loop) {
    this.start(slot);
    try {
      const lap = (index) => this.#stamp(slot, LAPS + index, this.#moment());
      this.values[slot] = await this.work.execute(slot % this.tasks, loop, lap);
    } catch (error) {
      this.fail(slot, error.message);
    }
    this.end(slot);
  }

  /** Keeps what a process says that it did. */
  keep(slot, { started, ended, laps, value, error }) {
    if (started) this.#stamp(slot, STARTED, started);
    laps.forEach((lap, index) => this.#stamp(slot, LAPS + index, lap));
    if (ended) this.#stamp(slot, ENDED, ended);
    if (error) this.fail(slot, error);
    else this.values[slot] = value;
  }

  /** Fails a task whose process ended instead of answering, or could not be started. */
  lose(slot, { message }) {
    this.fail(slot, message);
    this.end(slot);
  }

  fail(slot, message) {
    this.values[slot] = 0n;
    this.failures[slot] = 1;
    this.note({ slot, message });
  }

  /** Remembers an error if it is the first one by slot. */
  note(error) {
    if (error && (this.firstError === null || error.slot < this.firstError.slot)) this.firstError = error;
  }

  checksum() {
    return checksum(this.values, this.tasks);
  }

  errors() {
    return this.failures.reduce((sum, failure) => sum + failure, 0);
  }

  #moment() {
    return this.shared.recorded ? now() : 0;
  }

  #stamp(slot, column, moment) {
    if (this.shared.recorded) this.stamps[slot * this.width + column] = moment;
  }
}

module.exports = { Batch, HANDED, STARTED, ENDED };
