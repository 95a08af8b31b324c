'use strict';
const http = require('node:http');

/** The connection of one task, kept open between its downloads as long as they go to one address and port. */
class Connections extends http.Agent {
  #latest = null;
  #closing = [];

  constructor() {
    super({ keepAlive: true, maxSockets: 1, noDelay: true });
  }

  createConnection(options, created) {
    this.#latest?.destroy();
    const socket = super.createConnection(options, created);
    this.#latest = socket;
    this.#closing.push(new Promise((resolve) => socket.once('close', resolve)));
    return socket;
  }

  /** Closes all of them, before the server does; resolves when they are. */
  async close() {
    this.destroy();
    await Promise.all(this.#closing);
  }
}

module.exports = { Connections };
