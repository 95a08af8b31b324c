'use strict';
const assert = require('node:assert');
const { describe, test } = require('node:test');
const { Lines, LONGEST } = require('../lib/line/lines');

function cut(...chunks) {
  const seen = [];
  const lines = new Lines(
    (line) => seen.push(line),
    () => seen.push('too long'),
  );
  for (const chunk of chunks) lines.add(Buffer.from(chunk));
  return seen;
}

describe('Lines', () => {
  test('lines are cut wherever their bytes arrive', () => {
    assert.deepEqual(cut('on', 'e\ntw', 'o\n\nth', 'ree'), ['one', 'two', '']);
  });

  test('a letter whose bytes arrive apart is whole', () => {
    const letter = Buffer.from('ü\n');
    assert.deepEqual(cut(letter.subarray(0, 1), letter.subarray(1)), ['ü']);
  });

  test('the longest line is taken and one byte more is too long', () => {
    const longest = 'x'.repeat(LONGEST - 1);
    assert.deepEqual(cut(`${longest}\n`), [longest]);
    assert.deepEqual(cut(`${longest}x\n`), ['too long']);
  });
});
