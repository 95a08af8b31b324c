'use strict';
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { afterEach } = require('node:test');

const LIMIT_MS = 30_000;
const RUNNER = [process.execPath, path.join(__dirname, '..', 'runner.js')];
let children = 0;
const runners = new Set();

// of a test that failed half-way
afterEach(() => {
  for (const runner of runners) runner.process.kill('SIGKILL');
  runners.clear();
});

/** A child process that is spoken to in lines. */
class Child {
  constructor(command) {
    this.marker = `test-${process.pid}-${children++}`;
    const [program, ...args] = command;
    this.process = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, RACECARD_JOB: this.marker },
    });
    this.process.stdin.on('error', () => {}); // it may have ended
    this.exited = once(this.process, 'exit');
    this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** A runner that has not said hello yet. */
  static start(command = RUNNER) {
    const child = new Child(command);
    runners.add(child);
    return child;
  }

  /** A runner that said hello. */
  static async runner(command) {
    const child = Child.start(command);
    child.hello = await child.read();
    return child;
  }

  /** A runner that is prepared. */
  static async prepared(asked, command) {
    const child = await Child.runner(command);
    child.ready = await child.ask({
      type: 'prepare',
      protocol: 1,
      in_flight: asked.tasks,
      nonce: 'k3v9q2mw',
      ...asked,
    });
    return child;
  }

  write(text) {
    this.process.stdin.write(text);
  }

  send(message) {
    this.write(JSON.stringify(message) + '\n');
  }

  /** The next line as an object; undefined when there is none any more. */
  async read() {
    const { value } = await within(this.lines.next(), LIMIT_MS, 'an answer');
    return value === undefined ? undefined : JSON.parse(value);
  }

  ask(message) {
    this.send(message);
    return this.read();
  }

  round(number = 1, repeats = 1) {
    return this.ask({ type: 'round', round: number, repeats, record: true });
  }

  /** The rows of a round's timeline. */
  async timeline(number = 1) {
    return (await this.ask({ type: 'timeline', round: number, from: 0 })).tasks;
  }

  async bye() {
    await this.ask({ type: 'bye' });
    return this.end();
  }

  /** Its exit status. */
  async end(limitMs = LIMIT_MS) {
    const [status] = await within(this.exited, limitMs, 'its end');
    return status;
  }

  /** It and all that it started, as long as they run: those with its marker. */
  family() {
    return fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isMarked(pid, this.marker));
  }

  /** How many hundredths of a second its family has computed. */
  computed() {
    return this.family().reduce((sum, pid) => sum + ticks(pid), 0);
  }
}

function isMarked(pid, marker) {
  return read(`/proc/${pid}/environ`).includes(`RACECARD_JOB=${marker}\0`) && !/\) Z/.test(read(`/proc/${pid}/stat`));
}

function ticks(pid) {
  const [user, system] = read(`/proc/${pid}/stat`).split(') ').pop().split(' ').slice(11, 13);
  return Number(user ?? 0) + Number(system ?? 0);
}

function read(file) {
  try {
    return fs.readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** Resolves with the promise, or rejects when the limit is over. */
async function within(promise, limitMs, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Resolves when the condition holds, looking at it again and again. */
async function until(condition, limitMs, what) {
  for (const end = Date.now() + limitMs; !(await condition()); await new Promise((resolve) => setTimeout(resolve, 10))) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${limitMs} ms`);
  }
}

module.exports = { Child, RUNNER, until };
