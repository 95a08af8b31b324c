'use strict';
const assert = require('node:assert');
const { after, before, describe, test } = require('node:test');
const { indexOf } = require('../lib/round/histogram');
const { STRATEGIES } = require('./asked');
const { Child } = require('./child');
const { VECTORS } = require('./contract');
const { Origin } = require('./origin');

const IN_FLIGHT = 3;

describe('Vectors', () => {
  let origin;
  before(async () => (origin = await Origin.start()));
  after(() => origin.stop());

  for (const strategy of STRATEGIES) {
    for (const vector of VECTORS.vectors) {
      test(`${strategy} computes ${vector.workload} of ${JSON.stringify(vector.params)} rightly`, () =>
        isRight(strategy, vector, origin));
    }
  }

  test('durations fall into the buckets that the contract says', () => {
    const durations = VECTORS.buckets.filter(({ value }) => Number.isSafeInteger(Number(value)));
    assert.ok(durations.length > 9);
    for (const { value, index } of durations) assert.equal(indexOf(Number(value)), index);
  });
});

async function isRight(strategy, { workload, params, tasks, nonce, repeats, checksum }, origin) {
  const asked = { strategy, workload, params, tasks, in_flight: Math.min(tasks, IN_FLIGHT), nonce };
  if (workload === 'fetch') {
    await origin.configure({ nonce, body_bytes: params.body_bytes });
    asked.params = { urls_per_task: params.urls_per_task, limit_ms: 10_000 };
    asked.origin = { addresses: origin.addresses };
  }
  const child = await Child.prepared(asked);
  const rounded = await child.round(1, repeats);
  assert.deepEqual([rounded.checksum, rounded.errors, rounded.first_error], [checksum, 0, null]);
  assert.equal(await child.bye(), 0);
}
