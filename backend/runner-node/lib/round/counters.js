'use strict';
const fs = require('node:fs');
const { status } = require('../host/proc');

/** What this process used since a moment; `null` where the host does not tell. */
class Counters {
  #cpu = process.cpuUsage();
  #used = process.resourceUsage();

  /** Counts from now on. */
  static begin() {
    resetPeak();
    return new Counters();
  }

  end() {
    const { user, system } = process.cpuUsage(this.#cpu);
    const used = process.resourceUsage();
    return {
      cpu: (user + system) * 1000,
      voluntary: used.voluntaryContextSwitches - this.#used.voluntaryContextSwitches,
      involuntary: used.involuntaryContextSwitches - this.#used.involuntaryContextSwitches,
      memory: peakMemory(used),
    };
  }
}

/** What this process used since it was started. */
function sinceStart() {
  const { user, system } = process.cpuUsage();
  const used = process.resourceUsage();
  return {
    cpu: (user + system) * 1000,
    voluntary: used.voluntaryContextSwitches,
    involuntary: used.involuntaryContextSwitches,
    memory: peakMemory(used),
  };
}

function resetPeak() {
  try {
    fs.writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // then the peak is the one since the start
  }
}

function peakMemory(used) {
  return (status('VmHWM') ?? used.maxRSS) * 1024;
}

module.exports = { Counters, sinceStart };
