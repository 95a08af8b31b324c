'use strict';

/** Executes a repeat in so many lanes at once; each lane takes its next task when the one before has ended. */
function inLanes(lanes, batch, execute) {
  const lane = async (_, index) => {
    for (let slot = batch.take(); slot >= 0; slot = batch.take()) {
      batch.hand(slot);
      await execute(slot, index);
    }
  };
  return Promise.all(Array.from({ length: lanes }, lane));
}

module.exports = { inLanes };
