'use strict';
const fs = require('node:fs');
const path = require('node:path');

const CONTRACT = path.join(__dirname, '..', '..', 'runner-contract');
const TRANSCRIPTS = path.join(CONTRACT, 'transcripts');
const WORDS = {
  '<any>': () => true,
  '<text>': (value) => typeof value === 'string',
  '<object>': (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  '<list>': Array.isArray,
  '<boolean>': (value) => typeof value === 'boolean',
  '<int or null>': (value) => value === null || Number.isSafeInteger(value),
};

/** The tables of vectors. */
const VECTORS = JSON.parse(fs.readFileSync(path.join(CONTRACT, 'vectors.json'), 'utf8'));

/** All transcripts: name and lines. */
function transcripts() {
  return fs.readdirSync(TRANSCRIPTS).map((file) => {
    const lines = fs.readFileSync(path.join(TRANSCRIPTS, file), 'utf8').trim().split('\n');
    return { name: path.basename(file, '.ndjson'), lines: lines.map((line) => JSON.parse(line)) };
  });
}

/** Whether a value is what a transcript expects. */
function matches(expected, value) {
  if (typeof expected === 'string' && expected.startsWith('<')) return matchesPattern(expected, value);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((each, index) => matches(each, value[index]))
    );
  }
  if (expected === null || typeof expected !== 'object') return expected === value;
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.entries(expected).every(([name, each]) => matches(each, value[name]))
  );
}

function matchesPattern(pattern, value) {
  if (WORDS[pattern]) return WORDS[pattern](value);
  const { words, least, most } = /^<(?:contains (?<words>.*)|int(?: (?<least>\d+)\.\.(?<most>\d*))?)>$/.exec(
    pattern,
  ).groups;
  if (words) return typeof value === 'string' && value.includes(words);
  return Number.isSafeInteger(value) && value >= Number(least || -Infinity) && value <= Number(most || Infinity);
}

module.exports = { VECTORS, transcripts, matches };
