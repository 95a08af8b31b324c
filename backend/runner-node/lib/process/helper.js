'use strict';
const path = require('node:path');
const { fork } = require('node:child_process');
const { once } = require('node:events');

const MAIN = path.join(__dirname, 'helper-main.js');
// nothing in the environment may change what is measured
const { NODE_OPTIONS, NODE_CHANNEL_FD, ...ENVIRONMENT } = process.env;

/** A process that executes tasks, one at a time. Its stdin stays open as long as it shall live. */
class Helper {
  #child;
  #answered = { resolve() {}, reject() {} };
  #ended = null;

  /** Starts it with the work that the line of a `prepare` asks for, for one task or many. */
  constructor(line, once) {
    this.#child = fork(MAIN, [once ? 'once' : 'many', line], {
      stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: ENVIRONMENT,
    });
    this.#child.on('message', (answer) => this.#answered.resolve(answer));
    this.#child.on('error', (error) => this.#lose(error));
    // 'exit' may come before the last message; 'close' comes after both.
    this.#child.on('close', (status, signal) =>
      this.#lose(new Error(`Its process ended (${signal ?? `status ${status}`}).`)),
    );
  }

  get alive() {
    return this.#ended === null;
  }

  /** Sends a message; resolves with its answer, and rejects when the process ended instead. */
  ask(message) {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#answered = { resolve, reject };
      return this.#child.send(message, (error) => error && reject(this.#ended ?? error));
    });
  }

  /** Resolves when it has ended, which the one for one task does by itself. */
  async end() {
    if (this.alive) await once(this.#child, 'close');
  }

  #lose(error) {
    this.#ended = error;
    this.#answered.reject(error);
  }
}

module.exports = { Helper };
