'use strict';
const { calibrate } = require('./calibrate');
const { usableCores } = require('./host/proc');
const { Failed, Fields, bad } = require('./line/fields');
const { Plan, PROTOCOL } = require('./plan');
const { Prepared } = require('./prepared');
const { Recordings } = require('./round/recordings');
const { refusal } = require('./limits');

const MOST_EXECUTIONS = 1_000_000;

/** What this runner is. */
function hello() {
  const { node, v8, uv, openssl } = process.versions;
  const facts = { v8, uv, openssl, cores: usableCores(), platform: `${process.platform} ${process.arch}` };
  return {
    type: 'hello',
    protocol: PROTOCOL,
    runtime: `node-${node.split('.')[0]}`,
    version: node,
    pid: process.pid,
    facts,
  };
}

/** The conversation with the coordinator. */
class Session {
  #prepared = null;
  #profile = null;
  #rounds = new Set();
  #recordings = new Recordings();
  #answers = {
    bye: () => this.#bye(),
    calibrate: (message) => calibrate(message.int('cpu_ns', 1, 10_000_000_000)),
    latency: (message) => this.#latency(message),
    ping: () => ({ type: 'pong' }),
    prepare: (message, line) => this.#prepare(message, line),
    profile: () => this.#beginProfile(),
    profile_end: () => this.#endProfile(),
    round: (message) => this.#round(message),
    timeline: (message) => this.#timeline(message),
  };

  /** The answer to a line; throws Failed when it cannot be obeyed. */
  async answer(line) {
    const message = Fields.of(line);
    const type = message.text('type');
    const known = Object.keys(this.#answers);
    if (!known.includes(type)) throw bad(`Unknown message type \`${type}\`. Known are ${known.join(', ')}.`);
    return { type, ...(await this.#answers[type](message, line)) };
  }

  async #prepare(message, line) {
    if (this.#prepared) throw bad('This runner is prepared already; each one is prepared once.');
    const plan = Plan.read(message, line);
    const refused = plan.refused ?? refusal(plan);
    if (refused) return { type: 'refused', ...refused };
    this.#prepared = await Prepared.create(plan);
    return this.#prepared.answer();
  }

  async #round(message) {
    const prepared = this.#ready();
    const round = message.int('round', 0);
    const repeats = message.int('repeats', 1, Math.floor(MOST_EXECUTIONS / prepared.tasks));
    const recorded = message.boolean('record');
    if (this.#rounds.has(round)) throw bad(`Round ${round} was executed before; use another number.`);
    this.#rounds.add(round);
    const { recording, answer } = await prepared.round(repeats, recorded);
    if (recording) this.#recordings.keep(round, recording);
    return { type: 'rounded', round, ...answer };
  }

  #timeline(message) {
    this.#ready();
    const round = message.int('round', 0);
    const recording = this.#recordings.get(round);
    return { round, ...recording.timeline(message.int('from', 0, recording.tasks)) };
  }

  #latency(message) {
    this.#ready();
    const of = message.text('of');
    if (of !== 'service' && of !== 'submission') throw bad('`of` must be `service` or `submission`.');
    const rounds = message.list('rounds');
    if (!rounds.every(Number.isSafeInteger)) throw bad('`rounds` must be whole numbers.');
    const merged = this.#recordings.latencies(of, rounds);
    return { of, ...merged.piece(message.int('from', 0, merged.buckets)) };
  }

  async #beginProfile() {
    const prepared = this.#ready();
    if (this.#profile) throw bad('This process is profiled already: send `profile_end` first.');
    this.#profile = await profile(prepared);
    return this.#profile.answer();
  }

  #endProfile() {
    if (!this.#profile) throw bad('This process is not profiled: send `profile` first.');
    const profile = this.#profile;
    this.#profile = null;
    return profile.end();
  }

  async #bye() {
    await this.#profile?.end();
    return {};
  }

  #ready() {
    if (!this.#prepared) throw new Failed('NOT_PREPARED', 'Nothing is prepared yet: send `prepare` first.');
    return this.#prepared;
  }
}

// nothing of it is loaded before it is asked for: it must not disturb what is measured
async function profile(prepared) {
  try {
    const { Profile } = require('./profile/profile');
    return await Profile.begin(prepared);
  } catch (error) {
    throw new Failed('NO_PROFILER', `V8's profiler cannot be started: ${error.message}.`);
  }
}

module.exports = { hello, Session };
