"""A `threading.Thread` for each task, started when one of the permits is free."""

from __future__ import annotations

import threading

from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(threads=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Threads(setting.in_flight)


class Threads(Strategy):
    """At most `in_flight` threads at once."""

    def __init__(self, in_flight: int) -> None:
        self._in_flight = in_flight

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        permits = threading.Semaphore(self._in_flight)

        def execute(task: int) -> None:
            batch.execute(task)
            permits.release()

        threads = []
        for task in range(batch.tasks):
            permits.acquire()
            batch.hand_over(task)
            thread = threading.Thread(target=execute, args=(task,))
            batch.started.thread_begins()
            try:
                thread.start()
            except RuntimeError as error:
                batch.fail(task, error)
                permits.release()
            else:
                threads.append(thread)
        for thread in threads:
            thread.join()
