'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { Batch } = require('../lib/round/batch');
const { Recording, Recordings } = require('../lib/round/recordings');
const { sleep } = require('./asked');
const { Child } = require('./child');

const MILLION = 1_000_000;

/** What is kept of five rounds of a million executions. */
function afterFive(tasks) {
  const recordings = new Recordings();
  for (const round of [1, 2, 3, 4, 5]) {
    const batch = Batch.create({ laps: 0 }, tasks, MILLION / tasks, true);
    batch.failures.fill(1);
    recordings.keep(round, new Recording(batch, new Array(MILLION / tasks).fill(0)));
  }
  return recordings;
}

describe('Recordings', () => {
  test('the newest rounds are kept within 64 MiB of timelines', () => {
    const recordings = afterFive(MILLION); // of 24 bytes each
    assert.throws(() => recordings.get(3), /Round 3 was not recorded, or is no longer kept/);
    assert.equal(recordings.get(4).tasks, MILLION);
  });

  test('repeats before the last one are kept as latencies, which are small', () => {
    assert.equal(afterFive(10).get(1).tasks, 10);
  });

  test('latencies of all repeats and rounds are merged', async () => {
    const child = await Child.prepared(sleep('sequential', 3, 1_000));
    await child.round(1, 2);
    await child.round(2);
    const [first, second, both] = [await latency(child, [1]), await latency(child, [2]), await latency(child, [1, 2])];
    assert.deepEqual([first.count, second.count, both.count], [6, 3, 9]);
    assert.equal(both.min_ns, Math.min(first.min_ns, second.min_ns));
    assert.equal(both.max_ns, Math.max(first.max_ns, second.max_ns));
    assert.equal(
      both.buckets.reduce((sum, [, count]) => sum + count, 0),
      9,
    );
    await child.bye();
  });
});

function latency(child, rounds) {
  return child.ask({ type: 'latency', of: 'service', rounds, from: 0 });
}
