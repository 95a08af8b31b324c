'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { STRATEGIES, power, sleep } = require('./asked');
const { Child, until } = require('./child');

// one such power is minutes inside one call
const ENDLESS = 60_000_000;
const SECOND = 1_000;
const TICKS = 50;

/** A runner in the middle of a round that computes. */
async function computing(strategy) {
  const child = await Child.prepared(power(strategy, 2, ENDLESS));
  child.send({ type: 'round', round: 1, repeats: 1, record: true });
  const before = child.computed();
  await until(() => child.computed() > before + TICKS, 20 * SECOND, 'computing');
  return child;
}

describe('Ends', () => {
  for (const strategy of STRATEGIES) {
    test(`${strategy} leaves nothing behind when stdin ends while it computes`, async () => {
      const child = await computing(strategy);
      child.process.stdin.end();
      assert.equal(await child.end(2 * SECOND), 1);
      await until(() => child.family().length === 0, SECOND, 'the end of all it started');
    });

    test(`${strategy} leaves nothing behind when it is killed while it computes`, async () => {
      const child = await computing(strategy);
      child.process.kill('SIGKILL');
      await until(() => child.family().length === 0, 2 * SECOND, 'the end of all it started');
    });
  }

  for (const [strategy, microseconds] of [
    ['processes', 60_000_000],
    ['processes', 150_000],
    ['process-pool', 60_000_000],
  ]) {
    test(`${strategy} leaves nothing behind when it is killed while tasks wait ${microseconds} µs`, async () => {
      const child = await Child.prepared({ ...sleep(strategy, 1_000, microseconds), in_flight: 2 });
      child.send({ type: 'round', round: 1, repeats: 1, record: true });
      await until(() => child.family().length === 3, 10 * SECOND, 'processes');
      child.process.kill('SIGKILL');
      await until(() => child.family().length === 0, 2 * SECOND, 'the end of all it started');
    });
  }

  test('a process of a pool that is killed fails its task and not the runner', async () => {
    const child = await Child.prepared({ ...sleep('process-pool', 2, 60_000_000), in_flight: 1 });
    child.send({ type: 'round', round: 1, repeats: 1, record: true });
    const [helper] = child.family().filter((pid) => Number(pid) !== child.process.pid);
    process.kill(Number(helper), 'SIGKILL');
    const rounded = await child.read();
    assert.equal(rounded.errors, 2);
    assert.match(rounded.first_error, /SIGKILL/);
    assert.equal(await child.bye(), 0);
  });
});
