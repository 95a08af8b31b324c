'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { describe, test } = require('node:test');
const { STRATEGIES } = require('./asked');
const { Child } = require('./child');

const ROOT = path.join(__dirname, '..');

describe('Description', () => {
  test('an interpreter is described in one line, by the name that its runner says hello with', async () => {
    const lines = execFileSync(process.execPath, [path.join(ROOT, 'describe.js')], { encoding: 'utf8' })
      .trim()
      .split('\n');
    assert.equal(lines.length, 1);
    const described = JSON.parse(lines[0]);
    const child = await Child.runner();
    await child.bye();
    assert.deepEqual([described.runtime, described.version], [child.hello.runtime, child.hello.version]);
    assert.deepEqual([described.reason, described.executable], [null, fs.realpathSync(process.execPath)]);
  });

  test('the manifest names every strategy that the runner has', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'runtime.json'), 'utf8'));
    assert.deepEqual(
      manifest.strategies.map(({ id }) => id),
      STRATEGIES,
    );
  });
});
