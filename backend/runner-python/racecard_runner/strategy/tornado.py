"""A coroutine for each task on Tornado's loop; downloads by its own HTTP over its own streams.

Tornado's AsyncHTTPClient closes a connection after every download, so what lies below it is used.
"""

from __future__ import annotations

from functools import partial
from time import perf_counter_ns
from typing import Callable, TypeVar

from tornado import gen
from tornado.ioloop import IOLoop
from tornado.locks import Semaphore

from racecard_runner.loop import coroutine, downloads, thread_executor, versions
from racecard_runner.loop.tornado_connection import TornadoConnection
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps

NEEDS = Needs(executor=True)

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Tornado(setting)


class Tornado(Strategy):
    """One loop, kept between rounds."""

    def __init__(self, setting: Setting) -> None:
        self._in_flight = setting.in_flight
        self._size = setting.executor_size
        self._execute = coroutine.of(setting.workload, self)
        self._executor = thread_executor.start(setting)
        self._loop = IOLoop(make_current=False)

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        self._loop.run_sync(partial(self._all, batch))

    async def _all(self, batch: Batch) -> None:
        permits = Semaphore(self._in_flight)

        async def one(task: int) -> None:
            await self._execute(batch, task)
            permits.release()

        tasks = []
        for task in range(batch.tasks):
            await permits.acquire()
            batch.hand_over(task)
            tasks.append(gen.convert_yielded(one(task)))
        await gen.multi(tasks)

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds."""
        end_ns = perf_counter_ns() + us * 1_000
        # Tornado's loop counts on the clock of the day.
        while (left_ns := end_ns - perf_counter_ns()) > 0:
            await gen.sleep(left_ns / 1e9)

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called by the executor."""
        result: T = await self._loop.run_in_executor(self._executor, function, task)
        return result

    async def fetch(self, work: Fetch, task: int, laps: Laps) -> int:
        """Downloads over a connection of the task's own."""
        connection = TornadoConnection(work.limit_ms)
        try:
            return await downloads.one_by_one(work, task, laps, connection.get)
        finally:
            connection.close()

    def facts(self) -> dict[str, object]:
        """What it stands on, and how many threads compute."""
        return {"executor_threads": self._size, **versions.of("tornado")}

    def close(self) -> None:
        """Ends the executor's threads and the loop."""
        self._executor.shutdown(wait=False)
        self._loop.close()
