'use strict';
// ends this process when its stdin ends; as a worker thread's program it does so whatever the main thread is busy with
const net = require('node:net');
const { isMainThread } = require('node:worker_threads');

const stdin = new net.Socket({ fd: 0, readable: true, writable: false });
const gone = () => process.kill(process.pid, 'SIGKILL');
stdin.on('end', gone).on('error', gone).resume();
if (isMainThread) stdin.unref();
