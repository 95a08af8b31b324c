'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { Batch } = require('../lib/round/batch');
const { Collections } = require('../lib/round/collections');
const { Counters } = require('../lib/round/counters');
const { rounded } = require('../lib/round/rounded');

describe('Rounded', () => {
  test('where nobody counts threads, they are the two of the runner and those that it keeps', async () => {
    const batch = Batch.create({ laps: 0 }, 1, 1, false);
    const own = { used: Counters.begin().end(), collections: await new Collections().end(), threads: null };
    assert.equal(rounded(batch, own, [], {}).threads, 2);
    assert.equal(rounded(batch, own, [], { threads: 4 }).threads, 6);
    assert.equal(rounded(batch, { ...own, threads: 9 }, [], { threads: 4 }).threads, 9);
  });
});
