"""A coroutine over Deferreds for each task on Twisted's reactor; downloads by its Agent."""

from __future__ import annotations

import threading
from time import perf_counter_ns
from typing import Callable, TypeVar

from twisted.internet import task as tasks
from twisted.internet import threads
from twisted.internet.defer import Deferred, DeferredSemaphore, gatherResults
from twisted.python.threadpool import ThreadPool

from racecard_runner.loop import coroutine, downloads, versions
from racecard_runner.loop.twisted_agent import TwistedAgent, reactor
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps

NEEDS = Needs(executor=True)

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Twisted(setting)


class Twisted(Strategy):
    """The reactor, which can be run only once, on a thread of its own."""

    def __init__(self, setting: Setting) -> None:
        self._in_flight = setting.in_flight
        self._size = setting.executor_size
        self._execute = coroutine.of(setting.workload, self)
        self._pool = ThreadPool(self._size, self._size)
        self._pool.start()
        begun = threading.Event()
        reactor.callWhenRunning(begun.set)
        self._loop = threading.Thread(
            target=reactor.run, kwargs={"installSignalHandlers": False}, daemon=True
        )
        self._loop.start()
        begun.wait()

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        threads.blockingCallFromThread(reactor, self._begin, batch)  # type: ignore[arg-type]

    def _begin(self, batch: Batch) -> Deferred[None]:
        return Deferred.fromCoroutine(self._all(batch))

    async def _all(self, batch: Batch) -> None:
        permits = DeferredSemaphore(self._in_flight)

        async def one(task: int) -> None:
            await self._execute(batch, task)
            permits.release()

        begun = []
        for task in range(batch.tasks):
            await permits.acquire()
            batch.hand_over(task)
            begun.append(Deferred.fromCoroutine(one(task)))
        await gatherResults(begun)

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds."""
        end_ns = perf_counter_ns() + us * 1_000
        # The reactor counts on the clock of the day.
        while (left_ns := end_ns - perf_counter_ns()) > 0:
            await tasks.deferLater(reactor, left_ns / 1e9)

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called by the pool."""
        return await threads.deferToThreadPool(reactor, self._pool, function, task)

    async def fetch(self, work: Fetch, task: int, laps: Laps) -> int:
        """Downloads over a connection of the task's own."""
        agent = TwistedAgent(work.limit_ms)
        try:
            return await downloads.one_by_one(work, task, laps, agent.get)
        finally:
            await agent.close()

    def facts(self) -> dict[str, object]:
        """What it stands on, and how many threads compute."""
        return {"executor_threads": self._size, **versions.of("twisted")}

    def close(self) -> None:
        """Ends the reactor and the pool."""
        reactor.callFromThread(reactor.stop)
        self._loop.join()
        self._pool.stop()
