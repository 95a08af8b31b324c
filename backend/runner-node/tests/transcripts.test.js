'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { Child } = require('./child');
const { matches, transcripts } = require('./contract');
const { Origin } = require('./origin');

describe('Transcripts', () => {
  for (const { name, lines } of transcripts()) {
    test(`the transcript ${name} is answered as it says`, async () => {
      const replay = new Replay();
      try {
        for (const line of lines) await replay.play(line);
      } finally {
        await replay.origin?.stop();
      }
    });
  }
});

class Replay {
  async play(line) {
    const [what] = Object.keys(line);
    if (what === 'origin') return this.#origin(line.origin);
    if (what === 'about') return undefined;
    this.child ??= Child.start();
    return this[what](line[what]);
  }

  send(message) {
    const known = message.origin?.addresses === '$addresses';
    this.child.send(known ? { ...message, origin: { addresses: this.origin.addresses } } : message);
  }

  send_text(text) {
    this.child.write(`${text}\n`);
  }

  send_bytes(count) {
    this.child.write('x'.repeat(count));
  }

  close() {
    this.child.process.stdin.end();
  }

  async expect(expected) {
    const answer = await this.child.read();
    assert.ok(matches(expected, answer), `${JSON.stringify(answer)} is not ${JSON.stringify(expected)}`);
  }

  async end({ status, within_ms: limitMs }) {
    assert.equal(await this.child.read(), undefined);
    assert.equal(await this.child.end(limitMs), status);
  }

  async #origin(setting) {
    this.origin = await Origin.start();
    await this.origin.configure(setting);
  }
}
