'use strict';
const path = require('node:path');
const { Worker } = require('node:worker_threads');

const MAIN = path.join(__dirname, 'thread-main.js');

/** A worker thread that answers one message at a time. */
class WorkerThread {
  #worker;
  #answered;

  /** Starts it with the work that the line of a `prepare` asks for. */
  constructor(line) {
    this.#worker = new Worker(MAIN, { workerData: line });
    this.#worker.on('message', (answer) => this.#answered.resolve(answer));
    this.#worker.on('error', (error) => this.#answered.reject(error));
  }

  /** Sends a message; resolves with its answer, and rejects when the thread ended instead. */
  ask(message) {
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#worker.postMessage(message);
    });
  }

  /** Sends a message that has no answer. */
  tell(message) {
    this.#worker.postMessage(message);
  }
}

module.exports = { WorkerThread };
