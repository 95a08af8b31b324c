'use strict';
const path = require('node:path');
const { guard } = require('./lib/guard');

guard(path.join(__dirname, 'lib', 'session-main.js'));
