'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { fetch, power, sleep } = require('./asked');
const { Child, RUNNER } = require('./child');

const NOWHERE = { addresses: ['127.0.0.1:1'] };
const FEW_FILES = ['sh', '-c', 'ulimit -n 300 && exec "$@"', 'sh', ...RUNNER];
const FEWER_FILES = ['sh', '-c', 'ulimit -n 90 && exec "$@"', 'sh', ...RUNNER];

async function isRefused(asked, kind, remedy, command) {
  const child = await Child.prepared(asked, command);
  assert.deepEqual([child.ready.type, child.ready.kind], ['refused', kind]);
  assert.match(child.ready.message, /\d/);
  assert.match(child.ready.remedy, remedy);
  await child.bye();
}

describe('Limits', () => {
  test('more sockets than files may be open are refused with the limit to raise', () =>
    isRefused(fetch('promises', 1_000, NOWHERE), 'TOO_FEW_FILES', /ulimit -n 1100/, FEW_FILES));

  test('as many sockets as files may be open are not refused', async () => {
    const child = await Child.prepared(fetch('promises', 200, NOWHERE), FEW_FILES);
    assert.equal(child.ready.type, 'ready');
    await child.bye();
  });

  test('waiting needs no file', async () => {
    for (const command of [FEW_FILES, FEWER_FILES]) {
      const child = await Child.prepared(sleep('promises', 1_000, 1_000), command);
      assert.equal(child.ready.type, 'ready');
      await child.bye();
    }
  });

  test('more threads than the host has room for are refused', () =>
    isRefused(sleep('thread-pool', 900_000, 1_000), 'TOO_MANY_THREADS', /at most/));

  test('more than 256 processes are refused', () =>
    isRefused(sleep('processes', 257, 1_000), 'TOO_MANY_PROCESSES', /at most/));

  test('more memory than half of what is free is refused', () =>
    isRefused(power('processes', 256, 2_000), 'NOT_ENOUGH_MEMORY', /fewer/));
});
