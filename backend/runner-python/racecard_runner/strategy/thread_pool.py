"""A fixed number of threads that take the tasks from one queue."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(executor=True, threads=True)

_START_S = 30


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return ThreadPool(setting.effective_in_flight)


def start_all(pool: ThreadPoolExecutor, threads: int) -> None:
    """Makes `pool` start all of its threads, so that no round pays for starting them."""
    everybody = threading.Barrier(threads + 1)
    for _ in range(threads):
        pool.submit(everybody.wait, _START_S)
    everybody.wait(_START_S)


class ThreadPool(Strategy):
    """The standard library's pool, its threads started before."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads)
        start_all(self._pool, threads)

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        submitted = []
        for task in range(batch.tasks):
            batch.hand_over(task)
            submitted.append(self._pool.submit(batch.execute, task))
        for future in submitted:
            future.result()

    def facts(self) -> dict[str, object]:
        """How many threads it keeps."""
        return {"pool_threads": self._threads}

    def close(self) -> None:
        """Ends its threads."""
        self._pool.shutdown(wait=False)
