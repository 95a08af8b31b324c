'use strict';
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const LIB = path.join(path.dirname(__dirname), path.sep);
const PLACES = [pathToFileURL(LIB).href, LIB];
const LONGEST_NAME = 200;

// what the runner does around its tasks; of what is in `round`, only the batch is part of one
const OWN = /^(?:(?:host|line|profile|round)\/(?!batch\.)|(?:calibrate|limits|plan|prepared|session|session-main)\.)/;
const NOBODY = /^\((?:root|program|idle|garbage collector)\)$/;
const NO_WORK = new Set([
  // their thread stands still in Atomics.wait, which has a name in some versions and none in others
  'clock.js:block',
  'thread/blocking-thread.js:block',
  'native:wait',
  'thread/thread-main.js:profile_end',
]);

/**
 * The functions of a profile of V8's that were found executing tasks, and how often, as pairs. Who calls what is not
 * the runner's, a function of Node's or of C++, says whether that is part of a task.
 */
function atWork(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map();
  const open = [{ node: nodes[0], own: false }];
  for (const { node, own: callers } of open) {
    const file = fileOf(node.callFrame);
    const own = file === null ? callers : OWN.test(file);
    const name = nameOf(node.callFrame, file);
    if (node.hitCount > 0 && !own && name !== null) found.set(name, (found.get(name) ?? 0) + node.hitCount);
    for (const id of node.children ?? []) open.push({ node: byId.get(id), own });
  }
  return [...found];
}

/** The file of a function of the runner's, below `lib`; `null` if it is not one. */
function fileOf({ url }) {
  const place = PLACES.find((start) => url.startsWith(start));
  return place === undefined ? null : url.slice(place.length);
}

/** The name of a function, its file or module first; `null` if nobody is at work there. */
function nameOf({ functionName, url, lineNumber }, file) {
  if (url === '' && NOBODY.test(functionName)) return null;
  const name = `${file ?? (url || 'native')}:${functionName || `line ${lineNumber + 1}`}`;
  return NO_WORK.has(name) ? null : name.slice(0, LONGEST_NAME);
}

module.exports = { atWork };
