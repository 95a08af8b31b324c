'use strict';
const http = require('node:http');

/** The connections of one task: one for each address and port, kept open between downloads. */
class Connections extends http.Agent {
  #closing = [];

  constructor() {
    super({ keepAlive: true, maxSockets: 1, noDelay: true });
  }

  createConnection(options, created) {
    const socket = super.createConnection(options, created);
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
