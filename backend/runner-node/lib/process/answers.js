'use strict';
const { Collections } = require('../round/collections');
const { Counters } = require('../round/counters');

const collections = new Collections();
let counters;

const ANSWERS = {
  async begin() {
    await collections.begin();
    counters = Counters.begin();
    return {};
  },
  execute: ({ task }, execute) => execute(task),
  async end() {
    const used = counters.end();
    return { used, collections: await collections.end() };
  },
};

/** What a process of a pool answers to a message. */
function answers(message, execute) {
  return ANSWERS[message.type](message, execute);
}

module.exports = { answers };
