"""The mistake: coroutines that block. While one does, the loop and all others stand still."""

from __future__ import annotations

import asyncio

from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(one_at_a_time=True)


def create(_: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return AsyncioBlocking()


class AsyncioBlocking(Strategy):
    """A coroutine for each task that does what a thread would do."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        self._loop.run_until_complete(_all(batch))

    def close(self) -> None:
        """Ends the loop."""
        self._loop.close()


async def _all(batch: Batch) -> None:
    tasks = []
    for task in range(batch.tasks):
        batch.hand_over(task)
        tasks.append(_block(batch, task))
    await asyncio.gather(*tasks)


async def _block(batch: Batch, task: int) -> None:
    batch.execute(task)
