'use strict';

/**
 * Executes a repeat in so many lanes at once. Each lane takes its next task when the one before has ended, as long as it
 * goes on; tasks are left over only when none does.
 */
function inLanes(lanes, batch, execute, goesOn = () => true) {
  const lane = async (_, index) => {
    for (let slot = batch.take(); slot >= 0; slot = goesOn(index) ? batch.take() : -1) {
      batch.hand(slot);
      await execute(slot, index);
    }
  };
  return Promise.all(Array.from({ length: lanes }, lane));
}

module.exports = { inLanes };
