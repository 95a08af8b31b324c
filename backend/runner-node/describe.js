'use strict';
// prints what this Node.js is, as one line of JSON; any version must get as far as that
var fs = require('fs');

var OLDEST = 18;
var major = Number(process.versions.node.split('.')[0]);
var facts = {
  v8: process.versions.v8,
  uv: process.versions.uv,
  openssl: process.versions.openssl,
  architecture: process.arch,
};

console.log(
  JSON.stringify({
    runtime: 'node-' + major,
    title: 'Node.js ' + major,
    version: process.versions.node,
    executable: fs.realpathSync(process.execPath),
    reason:
      major >= OLDEST
        ? null
        : 'Node.js ' + process.versions.node + ' is older than ' + OLDEST + ', the oldest that Racecard measures.',
    facts: facts,
    libraries: {},
    missing: {},
  }),
);
