'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { STRATEGIES, sleep, power } = require('./asked');
const { Child } = require('./child');

const SLEEP_NS = 3_000_000;

/** A round of a strategy: its answers and its timeline. */
async function measure(asked) {
  const child = await Child.prepared(asked);
  const rounded = await child.round();
  const rows = await child.timeline();
  await child.bye();
  return { ready: child.ready, rounded, rows };
}

/** The most rows at once between start and end. */
function mostAtOnce(rows) {
  return Math.max(...rows.map(([, at]) => rows.filter(([, started, ended]) => started <= at && at < ended).length));
}

describe('Strategies', () => {
  for (const strategy of STRATEGIES) {
    test(`${strategy} never executes more tasks at once than are asked for, and waits no less`, async () => {
      const { ready, rounded, rows } = await measure({ ...sleep(strategy, 9, SLEEP_NS / 1_000), in_flight: 3 });
      const alone = strategy === 'sequential' || strategy === 'promises-blocking';
      assert.equal(ready.effective_in_flight, alone ? 1 : 3);
      assert.ok(mostAtOnce(rows) <= ready.effective_in_flight);
      assert.ok(
        rows.every(([handed, started, ended]) => handed >= 0 && started >= handed && ended - started >= SLEEP_NS),
      );
      assert.ok(rows.every(([, , ended]) => ended <= rounded.wall_ns));
    });
  }

  test('a pool of worker threads has a thread for each task in flight and no further process', async () => {
    const alone = await measure(sleep('sequential', 4, 1_000));
    const { rounded, rows } = await measure(sleep('thread-pool', 4, 200_000));
    assert.equal(mostAtOnce(rows), 4);
    assert.ok(rounded.threads >= alone.rounded.threads + 4);
    assert.deepEqual([rounded.processes, rounded.processes_started], [1, 0]);
  });

  test('processes are started for each task, and at most as many as are in flight', async () => {
    const { rounded } = await measure({ ...sleep('processes', 6, 1_000), in_flight: 2 });
    assert.deepEqual([rounded.processes, rounded.processes_started], [3, 6]);
    assert.ok(rounded.memory_bytes > 100 * 1024 * 1024);
  });

  test('a task of a process begins when its process has, not when that is started', async () => {
    const { rows } = await measure(sleep('processes', 1, 0));
    const [[handed, started, ended]] = rows;
    assert.ok(started - handed > ended - started);
  });

  test('a pool of processes starts none in a round', async () => {
    const { rounded, rows } = await measure(sleep('process-pool', 3, 200_000));
    assert.equal(mostAtOnce(rows), 3);
    assert.deepEqual([rounded.processes, rounded.processes_started], [4, 0]);
  });

  test('promises wait in one thread, however many they are', async () => {
    const alone = await measure(sleep('sequential', 4, 1_000));
    const { rounded, rows } = await measure(sleep('promises', 400, 500_000));
    assert.equal(mostAtOnce(rows), 400);
    assert.equal(rounded.threads, alone.rounded.threads);
  });

  test('promises hand what computes to worker threads', async () => {
    const alone = await measure(power('sequential', 4, 2_000));
    const { ready, rounded } = await measure(power('promises', 4, 2_000));
    assert.ok(ready.facts.worker_threads >= 1);
    assert.ok(rounded.threads >= alone.rounded.threads + ready.facts.worker_threads);
  });

  test('promises that block are handed over together and executed one after another', async () => {
    const { rows } = await measure(sleep('promises-blocking', 5, 2_000));
    assert.equal(mostAtOnce(rows), 1);
    const firstEnd = Math.min(...rows.map(([, , ended]) => ended));
    assert.ok(rows.every(([handed]) => handed < firstEnd));
  });
});
