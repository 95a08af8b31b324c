'use strict';
const { limit, number, freeMemory } = require('./host/proc');

const MIB = 1024 * 1024;
const SPARE_FILES = 100;
const FILES_OF_THREAD = 4;
const FILES_OF_PROCESS = 3;
const MAPS_OF_THREAD = 50;
const MEMORY_OF_THREAD = 10 * MIB; // a heap and a loop, not only a stack
const MOST_PROCESSES = 256;

/** Why the host cannot do what a plan asks for, or null. */
function refusal(plan) {
  const needs = { threads: threads(plan), processes: processes(plan) };
  return manyThreads(needs) ?? manyProcesses(needs) ?? files(plan, needs) ?? memory(plan, needs);
}

function threads({ strategy, effective, work, cores }) {
  if (strategy === 'thread-pool') return effective;
  return strategy === 'promises' && work.compute ? Math.min(effective, cores) : 0;
}

function processes({ strategy, effective }) {
  return strategy === 'processes' || strategy === 'process-pool' ? effective : 0;
}

function files({ effective, work }, needs) {
  const sockets = work.laps > 0 && needs.processes === 0 ? effective : 0;
  const each = needs.threads > 0 ? FILES_OF_THREAD : FILES_OF_PROCESS;
  const own = sockets + each * (needs.threads + needs.processes);
  const need = own + SPARE_FILES;
  const may = limit('Max open files');
  if (own === 0 || need <= may) return null;
  return {
    kind: 'TOO_FEW_FILES',
    message: `${text(effective)} tasks at once need about ${text(need)} open files and this process may open ${may}.`,
    remedy: `Raise the limit with \`ulimit -n ${need}\` before starting Racecard, or measure fewer in flight.`,
  };
}

function manyThreads({ threads }) {
  const may = Math.min(
    number('/proc/sys/kernel/threads-max'),
    number('/sys/fs/cgroup/pids.max'),
    process.getuid?.() === 0 ? Infinity : limit('Max processes'),
    Math.floor(number('/proc/sys/vm/max_map_count') / MAPS_OF_THREAD),
  );
  if (threads === 0 || threads + SPARE_FILES <= may) return null;
  return {
    kind: 'TOO_MANY_THREADS',
    message: `${text(threads)} worker threads are more than this host has room for, about ${text(may)}.`,
    remedy: `Measure at most ${Math.max(1, may - SPARE_FILES)} in flight, or raise vm.max_map_count.`,
  };
}

function manyProcesses({ processes }) {
  const may = Math.min(
    MOST_PROCESSES,
    process.getuid?.() === 0 ? Infinity : limit('Max processes'),
    number('/sys/fs/cgroup/pids.max'),
  );
  if (processes <= may) return null;
  return {
    kind: 'TOO_MANY_PROCESSES',
    message: `${text(processes)} processes at once are more than ${text(may)}.`,
    remedy: `Measure at most ${text(may)} in flight.`,
  };
}

function memory({ work }, { threads, processes }) {
  const need = threads * (MEMORY_OF_THREAD + working(work)) + processes * (64 * MIB + working(work));
  const free = freeMemory();
  if (need <= free / 2) return null;
  const what = `${text(threads + processes)} ${threads > 0 ? 'worker threads' : 'processes'}`;
  return {
    kind: 'NOT_ENOUGH_MEMORY',
    message: `${what} need about ${mib(need)} and half of the free memory is ${mib(free / 2)}.`,
    remedy: 'Measure fewer in flight, or give this host more memory.',
  };
}

/** What a task keeps while it computes. */
function working(work) {
  if (!work.computes) return 0;
  return work.bufferBytes === undefined ? 256 * MIB : 64 * MIB + work.bufferBytes;
}

function text(value) {
  return value.toLocaleString('en-US');
}

function mib(bytes) {
  return `${text(Math.ceil(bytes / MIB))} MiB`;
}

module.exports = { refusal };
