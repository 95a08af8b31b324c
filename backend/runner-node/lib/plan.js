'use strict';
const { usableCores } = require('./host/proc');
const { Failed } = require('./line/fields');
const { STRATEGIES } = require('./strategy/strategies');
const { WORKLOADS, readWork } = require('./work/works');

const PROTOCOL = 1;
const MOST_TASKS = 1_000_000;
const LARGEST = 2 ** 31 - 1;

/** What a `prepare` asks for, checked. */
class Plan {
  /** Reads it; `refused` says why it can be nothing for this runner. */
  static read(message, line) {
    const plan = new Plan();
    if (message.int('protocol', 0) !== PROTOCOL) {
      throw new Failed(
        'WRONG_PROTOCOL',
        `This runner speaks protocol ${PROTOCOL}, not ${message.int('protocol', 0)}.`,
        1,
      );
    }
    plan.line = line;
    plan.strategy = message.text('strategy');
    plan.tasks = message.int('tasks', 1, LARGEST);
    plan.asked = Math.min(message.int('in_flight', 1, LARGEST), plan.tasks);
    plan.nonce = message.text('nonce', 64);
    plan.refused = refused(plan, message.text('workload'));
    if (!plan.refused) plan.#complete(message);
    return plan;
  }

  #complete(message) {
    this.cores = usableCores();
    this.work = readWork(message);
    this.Strategy = STRATEGIES[this.strategy];
    this.effective = this.Strategy.effective(this.asked, this.work, this.cores);
  }
}

function refused({ strategy, tasks }, workload) {
  if (!Object.hasOwn(STRATEGIES, strategy)) {
    return unknown('UNKNOWN_STRATEGY', 'strategy', strategy, Object.keys(STRATEGIES));
  }
  if (!WORKLOADS.includes(workload)) return unknown('UNKNOWN_WORKLOAD', 'workload', workload, WORKLOADS);
  if (tasks <= MOST_TASKS) return undefined;
  const message = `${tasks.toLocaleString('en-US')} tasks are more than the 1,000,000 of one round.`;
  return { kind: 'TOO_MANY_TASKS', message, remedy: 'Measure at most 1,000,000 tasks.' };
}

function unknown(kind, what, id, known) {
  return { kind, message: `Node.js has no ${what} \`${id}\`.`, remedy: `Choose one of ${known.join(', ')}.` };
}

module.exports = { Plan, PROTOCOL };
