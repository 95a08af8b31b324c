'use strict';
const fs = require('node:fs');
const os = require('node:os');

/** A file's text, or `null` where there is none. */
function read(path) {
  try {
    return fs.readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A number of `/proc/self/status`, or `null`. */
function status(name) {
  return firstNumber(read('/proc/self/status'), new RegExp(`^${name}:\\s+(\\d+)`, 'm'));
}

/** A limit of this process, or Infinity where there is none or nobody tells. */
function limit(name) {
  return firstNumber(read('/proc/self/limits'), new RegExp(`^${name}\\s+(\\d+)`, 'm')) ?? Infinity;
}

/** The number in a file, or Infinity where it says `max` or is not there. */
function number(path) {
  return firstNumber(read(path), /^(\d+)$/) ?? Infinity;
}

/** How many cores this process may use at once, as affinity and the container's quota have it. */
function usableCores() {
  const cores = os.availableParallelism ? os.availableParallelism() : os.cpus().length;
  const [quota, period] = (read('/sys/fs/cgroup/cpu.max') ?? 'max').split(' ').map(Number);
  return quota > 0 ? Math.max(1, Math.min(cores, Math.ceil(quota / period))) : cores;
}

/** How much memory is to be had, as host and container have it. */
function freeMemory() {
  const host = firstNumber(read('/proc/meminfo'), /^MemAvailable:\s+(\d+)/m);
  const container = number('/sys/fs/cgroup/memory.max') - number('/sys/fs/cgroup/memory.current');
  return Math.min(host === null ? os.freemem() : host * 1024, Number.isNaN(container) ? Infinity : container);
}

function firstNumber(text, pattern) {
  const match = text && pattern.exec(text);
  return match ? Number(match[1]) : null;
}

module.exports = { status, limit, number, usableCores, freeMemory };
