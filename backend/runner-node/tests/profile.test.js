'use strict';
const assert = require('node:assert');
const v8 = require('node:v8');
const { describe, test } = require('node:test');
const { P } = require('../lib/work/checksum');
const { STRATEGIES, power, sleep } = require('./asked');
const { Child, RUNNER, until } = require('./child');

const INTERVAL_NS = 1_000_000;
const TASKS = 3;
// one such power takes as long as many looks
const LONG = 1_000_000;
const COMPUTES = 'work/power.js:compute';
const MINUTE_US = 60_000_000;
const PROMISED_MS = 1_000;
const PERMISSION = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/** What a round answers, and what was seen meanwhile. */
async function profile(asked) {
  const child = await Child.prepared(asked);
  const begun = await child.ask({ type: 'profile' });
  assert.deepEqual(begun, { type: 'profiling', profiler: 'V8', interval_ns: INTERVAL_NS });
  const rounded = await child.round();
  return { child, rounded, profiled: await child.ask({ type: 'profile_end' }) };
}

/** A runner that profiles itself in the middle of a round. */
async function inRound(strategy) {
  const child = await Child.prepared(sleep(strategy, 2, MINUTE_US));
  await child.ask({ type: 'profile' });
  child.send({ type: 'round', round: 1, repeats: 1, record: true });
  return child;
}

function isWellFormed({ type, samples, functions, events, allocated_bytes: allocated }) {
  const counts = functions.map(([, count]) => count);
  assert.equal(type, 'profiled');
  assert.ok(functions.length <= 20 && functions.every(([name]) => name.length > 0 && name.length <= 200));
  assert.ok(counts.every((count) => Number.isSafeInteger(count) && count > 0));
  assert.deepEqual(
    counts,
    [...counts].sort((one, other) => other - one),
  );
  assert.ok(samples >= counts.reduce((sum, count) => sum + count, 0));
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['loop_lag', 'gc_pause'],
  );
  events.forEach(isEvent);
  const told = v8.getHeapStatistics().total_allocated_bytes !== undefined;
  assert.ok(told ? Number.isSafeInteger(allocated) && allocated > 0 : allocated === null);
}

function isEvent({ count, total_ns: total, longest_ns: longest, example }) {
  assert.ok([count, total, longest].every(Number.isSafeInteger));
  assert.ok(total >= longest && longest >= 0 && (count > 0 || total === 0));
  assert.ok(example === null || (example.length > 0 && example.length <= 300));
}

/** How many looks found the function that computes powers. */
function computing({ functions }) {
  return functions.find(([name]) => name === COMPUTES)?.[1] ?? 0;
}

function event({ events }, kind) {
  return events.find((each) => each.kind === kind);
}

function right() {
  const values = Array.from({ length: TASKS }, (_, task) => BigInt(7777 + 2 * task) ** BigInt(LONG) % P);
  return (values.reduce((sum, value, task) => sum + BigInt(task + 1) * value, 0n) % P).toString();
}

describe('Profile', () => {
  const checksum = right();

  for (const strategy of STRATEGIES) {
    test(`${strategy}: what computes in this process is named, and the round is right`, async () => {
      const { child, rounded, profiled } = await profile({ ...power(strategy, TASKS, LONG), in_flight: 2 });
      assert.deepEqual([rounded.errors, rounded.checksum], [0, checksum]);
      isWellFormed(profiled);
      if (strategy.startsWith('process')) assert.equal(computing(profiled), 0);
      else assert.equal(profiled.functions[0][0], COMPUTES);
      await child.bye();
    });

    test(`${strategy}: tasks that wait are not at work`, async () => {
      const { child, rounded, profiled } = await profile(sleep(strategy, 1, 500_000));
      assert.equal(rounded.errors, 0);
      assert.ok(profiled.samples * INTERVAL_NS < rounded.wall_ns / 2, JSON.stringify(profiled));
      await child.bye();
    });

    test(`${strategy}: bye ends a profile`, async () => {
      const child = await Child.prepared(sleep(strategy, 2, 1_000));
      await child.ask({ type: 'profile' });
      await child.round();
      assert.equal(await child.bye(), 0);
    });

    test(`${strategy}: the end of stdin ends a profile`, async () => {
      const child = await inRound(strategy);
      child.process.stdin.end();
      assert.equal(await child.end(PROMISED_MS), 1);
      await until(() => child.family().length === 0, PROMISED_MS, 'the end of all it started');
    });
  }

  test('a loop that is blocked comes late to its timer, by as long as it is', async () => {
    const { child, rounded, profiled } = await profile(power('promises-blocking', TASKS, LONG));
    assert.ok(event(profiled, 'loop_lag').longest_ns > rounded.wall_ns / TASKS / 2, JSON.stringify(profiled));
    await child.bye();
  });

  test('pauses for the collector are counted', async () => {
    const params = { buffer_bytes: 1, repeats: 400_000 };
    for (const strategy of ['sequential', 'thread-pool']) {
      const { child, rounded, profiled } = await profile({ strategy, workload: 'hash', params, tasks: 1 });
      const pauses = event(profiled, 'gc_pause');
      assert.ok(pauses.count >= rounded.gc_count && rounded.gc_count > 0);
      assert.match(pauses.example, /collection/);
      assert.ok(pauses.longest_ns > 0);
      await child.bye();
    }
  });

  test('a pool of more threads than are looked at works on', async () => {
    const { child, rounded, profiled } = await profile(sleep('thread-pool', 12, 50_000));
    assert.equal(rounded.errors, 0);
    isWellFormed(profiled);
    await child.bye();
  });

  test('a profile begins anew', async () => {
    const { child, profiled } = await profile(power('sequential', TASKS, LONG));
    await child.ask({ type: 'profile' });
    const second = await child.ask({ type: 'profile_end' });
    isWellFormed(second);
    assert.ok(computing(profiled) > 0);
    assert.equal(computing(second), 0);
    await child.bye();
  });

  test('without an inspector there is no profile, and the runner goes on', { skip: !PERMISSION }, async () => {
    const [node, runner] = RUNNER;
    const child = await Child.prepared(power('sequential', 2, 2_000), [
      node,
      PERMISSION,
      '--allow-worker',
      '--allow-fs-read=*',
      '--allow-fs-write=*',
      runner,
    ]);
    assert.equal((await child.ask({ type: 'profile' })).kind, 'NO_PROFILER');
    assert.equal((await child.round()).errors, 0);
    assert.equal(await child.bye(), 0);
  });
});
