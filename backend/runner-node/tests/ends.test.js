'use strict';
const assert = require('node:assert');
const { after, before, describe, test } = require('node:test');
const { STRATEGIES, fetch, power, sleep } = require('./asked');
const { Child, until } = require('./child');
const { Origin } = require('./origin');

// one such power is minutes inside one call
const ENDLESS = 60_000_000;
const MINUTE_US = 60_000_000;
const SECOND = 1_000;
const PROMISED_MS = SECOND;
const TICKS = 50;
const LOOKS = 20;
const ENDS = {
  'stdin ends': async (child) => {
    child.process.stdin.end();
    assert.equal(await child.end(PROMISED_MS), 1);
  },
  'it is killed': async (child) => child.process.kill('SIGKILL'),
};

/** A runner in the middle of a round. */
async function inRound(asked) {
  const child = await Child.prepared(asked);
  child.send({ type: 'round', round: 1, repeats: 1, record: true });
  return child;
}

/** A runner in the middle of a round that computes. */
async function computing(strategy) {
  const child = await inRound(power(strategy, 2, ENDLESS));
  const before = child.computed();
  await until(() => child.computed() > before + TICKS, 20 * SECOND, 'computing');
  return child;
}

/** A runner whose tasks wait, two of them in processes if it has any: all are there, and nobody computes any more. */
async function waiting(asked) {
  const child = await inRound({ ...asked, in_flight: 2 });
  const family = asked.strategy.startsWith('process') ? 3 : 1;
  await until(() => child.family().length === family, 10 * SECOND, 'processes');
  const looks = [];
  const stands = () => looks.push(child.computed()) > LOOKS && looks.at(-1) === looks.at(-LOOKS);
  await until(stands, 20 * SECOND, 'waiting');
  return child;
}

/** A runner with processes that have just been started for tasks that wait so briefly that nothing watches them. */
async function starting() {
  const child = await inRound({ ...sleep('processes', 1_000, 150_000), in_flight: 2 });
  await until(() => child.family().length === 3, 10 * SECOND, 'processes');
  return child;
}

/** A runner whose tasks wait for an origin's answers. */
async function downloading(strategy, origin) {
  await origin.configure({ delay_ms: 60_000 });
  const child = await inRound(fetch(strategy, 2, origin, 1, 60_000));
  const connections = child.ready.effective_in_flight;
  const connected = async () => (await origin.stats()).open_connections === connections;
  await until(connected, 10 * SECOND, 'connections');
  return child;
}

describe('Ends', () => {
  let origin;
  before(async () => (origin = await Origin.start()));
  after(() => origin.stop());

  const leavesNothing = (strategy, what, begin, limitMs = PROMISED_MS) => {
    for (const [how, end] of Object.entries(ENDS)) {
      test(`${strategy} leaves nothing behind when ${how} while ${what}`, async () => {
        const child = await begin(strategy);
        await end(child);
        await until(() => child.family().length === 0, limitMs, 'the end of all it started');
      });
    }
  };
  for (const strategy of STRATEGIES) {
    leavesNothing(strategy, 'it computes', computing);
    leavesNothing(strategy, 'tasks wait', () => waiting(sleep(strategy, 1_000, MINUTE_US)));
    leavesNothing(strategy, 'tasks download', () => downloading(strategy, origin));
  }
  leavesNothing('processes', 'its processes start', starting, 2 * SECOND);

  test('a process of a pool that is killed fails its task and not the runner', async () => {
    const child = await waiting(sleep('process-pool', 1_000, MINUTE_US));
    for (const pid of helpers(child)) process.kill(pid, 'SIGKILL');
    const rounded = await child.read();
    assert.equal(rounded.errors, 1_000);
    assert.match(rounded.first_error, /SIGKILL/);
    assert.deepEqual([(await child.round(2)).errors, await child.bye()], [1_000, 0]);
  });

  test('a pool goes on without a process that was killed', async () => {
    const child = await waiting(sleep('process-pool', 4, 600_000));
    process.kill(helpers(child)[0], 'SIGKILL');
    assert.equal((await child.read()).errors, 1);
    const { errors, processes } = await child.round(2);
    assert.deepEqual([errors, processes, await child.bye()], [0, 2, 0]);
  });
});

function helpers(child) {
  return child
    .family()
    .map(Number)
    .filter((pid) => pid !== child.process.pid);
}
