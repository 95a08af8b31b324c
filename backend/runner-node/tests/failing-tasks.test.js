'use strict';
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { after, before, describe, test } = require('node:test');
const { STRATEGIES, fetch, power, sleep } = require('./asked');
const { Child } = require('./child');
const { Origin } = require('./origin');

const TASKS = 3;
const FAULTS = {
  reset: /hang up|ECONNRESET/,
  status: /status 503/,
  truncate: /broken body/,
  stall: /no end within 400 ms/,
};

describe('Failing tasks', () => {
  let origin;
  before(async () => (origin = await Origin.start()));
  after(() => origin.stop());

  for (const strategy of STRATEGIES) {
    for (const [kind, reason] of Object.entries(FAULTS)) {
      test(`${strategy} goes on after an origin's ${kind}`, async () => {
        await origin.configure({});
        const limitMs = kind === 'stall' ? 400 : 5_000;
        const child = await Child.prepared({ ...fetch(strategy, TASKS, origin, 2, limitMs), in_flight: 1 });
        await origin.fault(kind, 4);
        const failing = await child.round(1);
        assert.equal(failing.errors, TASKS - 2);
        assert.match(failing.first_error, /^GET http:\/\/127\.0\.0\.1:\d+\/u\/\d\/\d: /);
        assert.match(failing.first_error, reason);
        await origin.fault('none');
        const right = await child.round(2);
        assert.deepEqual([right.errors, right.checksum === failing.checksum], [0, false]);
        await child.bye();
      });
    }
  }

  test('a power with more digits than fit fails its task', async () => {
    const child = await Child.prepared(power('sequential', 1, 1_000_000_000));
    const rounded = await child.round();
    assert.deepEqual([rounded.errors, rounded.checksum], [1, '0']);
    assert.match(rounded.first_error, /BigInt/);
    await child.bye();
  });

  test('processes that cannot be started fail their tasks and not the runner', async () => {
    const child = await Child.prepared({ ...sleep('processes', 4, 1_000), in_flight: 2 });
    mayOpen(child, 10);
    const failing = await child.round(1);
    assert.deepEqual([failing.errors, failing.checksum], [4, '0']);
    assert.match(failing.first_error, /EMFILE/);
    mayOpen(child, 1_000);
    assert.equal((await child.round(2)).errors, 0);
    assert.equal(await child.bye(), 0);
  });

  for (const strategy of STRATEGIES) {
    test(`${strategy} has one connection at a time, and closes it when the address changes`, async () => {
      await origin.configure({});
      const [one, other] = origin.addresses.map(target);
      const asked = { ...fetch(strategy, 2, origin), origin: undefined, targets: [one, one, other, one] };
      const child = await Child.prepared(asked);
      await origin.stats();
      assert.equal((await child.round()).errors, 0);
      const { requests, connections, open_connections: open } = await origin.stats();
      assert.deepEqual([requests, connections, open], [8, 6, 0]);
      await child.bye();
    });

    test(`${strategy} opens a connection for each task and leaves none open`, async () => {
      await origin.configure({});
      const child = await Child.prepared(fetch(strategy, TASKS, origin, 3));
      await origin.stats();
      assert.equal((await child.round()).errors, 0);
      const { requests, connections, open_connections: open } = await origin.stats();
      assert.deepEqual([requests, connections, open], [3 * TASKS, TASKS, 0]);
      await child.bye();
    });
  }
});

function mayOpen(child, files) {
  execFileSync('prlimit', [`--pid=${child.process.pid}`, `--nofile=${files}:1000`]);
}

function target(text) {
  const [address, port] = text.split(':');
  return { address, port: Number(port), host: text, path: '/u/0/0' };
}
