"""A greenlet for each task; runner.py has patched sockets and waits to let others go on."""

from __future__ import annotations

from gevent.pool import Pool

from racecard_runner.loop import versions
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs()


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Gevent(setting.in_flight)


class Gevent(Strategy):
    """gevent's own pool, of as many greenlets as may be in flight."""

    def __init__(self, in_flight: int) -> None:
        self._pool = Pool(in_flight)

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        for task in range(batch.tasks):
            self._pool.wait_available()
            batch.hand_over(task)
            self._pool.spawn(batch.execute, task)
        self._pool.join()
        batch.started.virtual_threads_begin(batch.tasks)

    def facts(self) -> dict[str, object]:
        """What it stands on."""
        return versions.of("gevent", "greenlet")
