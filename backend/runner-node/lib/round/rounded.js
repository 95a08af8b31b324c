'use strict';

// the main thread and the engine, which are there where nobody counts
const OWN_THREADS = 2;
const NO_PROCESSES = { most: 0, started: 0 };

/**
 * The counters of an answer to `round`.
 *
 * @param own what this process used
 * @param told what its threads and processes say of themselves
 * @param strategy how many processes it had (most at once, and started within the round), and how many threads it keeps
 */
function rounded(batch, own, told, { alive: processes = NO_PROCESSES, threads = 0 }) {
  told.forEach(({ firstError }) => batch.note(firstError));
  const used = [own.used, ...told.map((teller) => teller.used).filter(Boolean)];
  const collections = [own.collections, ...told.map((teller) => teller.collections).filter(Boolean)];
  return {
    checksum: batch.checksum(),
    errors: batch.errors(),
    first_error: batch.firstError?.message ?? null,
    cpu_ns: sum(used, 'cpu'),
    memory_bytes: own.used.memory + largest(used.slice(1), processes.most),
    threads: own.threads ?? OWN_THREADS + threads,
    threads_started: 0,
    virtual_threads: 0,
    processes: 1 + processes.most,
    processes_started: processes.started,
    gc_count: sum(collections, 'count'),
    gc_ns: sum(collections, 'ns'),
    compile_ns: null,
    classes_loaded: null,
    voluntary_switches: sum(used, 'voluntary'),
    involuntary_switches: sum(used, 'involuntary'),
  };
}

function sum(list, name) {
  return list.reduce((total, each) => total + each[name], 0);
}

function largest(used, most) {
  const peaks = used.map(({ memory }) => memory).sort((one, other) => other - one);
  return peaks.slice(0, most).reduce((total, peak) => total + peak, 0);
}

module.exports = { rounded };
