"""One task after another, on the thread that asks."""

from __future__ import annotations

from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(one_at_a_time=True)


def create(_: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Sequential()


class Sequential(Strategy):
    """One task after another."""

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        execute = batch.execute
        for task in range(batch.tasks):
            execute(task)
