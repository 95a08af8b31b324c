'use strict';
const path = require('node:path');
const { fork } = require('node:child_process');

const MAIN = path.join(__dirname, 'helper-main.js');
// the coordinator drops it before it starts a runner; whoever starts one by hand may not
const { NODE_OPTIONS, ...ENVIRONMENT } = process.env;

/** A process that executes tasks, one at a time. Its stdin stays open as long as it shall live. */
class Helper {
  #child;
  #answered = { resolve() {}, reject() {} };
  #lost = null;
  #end;

  /** Resolves when it has ended, which the one for one task does by itself, or could not be started. */
  ended = new Promise((resolve) => (this.#end = resolve));

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
    return this.#lost === null;
  }

  /** Sends a message; resolves with its answer, and rejects when the process ended instead. */
  ask(message) {
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(this.#lost);
      this.#answered = { resolve, reject };
      // 'close' tells the reason; and without a channel, since too many files are open, 'error' does
      return this.#child.send?.(message, (error) => error && this.#child.kill('SIGKILL'));
    });
  }

  #lose(error) {
    this.#lost ??= error;
    this.#answered.reject(this.#lost);
    this.#end();
  }
}

module.exports = { Helper };
