"""asyncio's loop, and those that take its place."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Executor
from time import perf_counter_ns
from typing import Any, Callable, TypeVar

from racecard_runner.loop import coroutine, versions
from racecard_runner.loop.with_aiohttp import Client
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps

T = TypeVar("T")


class AsyncioLoop(Strategy):
    """A coroutine for each task on one loop; CPU work is handed to an executor."""

    def __init__(
        self,
        setting: Setting,
        loop: asyncio.AbstractEventLoop,
        executor: Executor,
        libraries: tuple[str, ...] = (),
    ) -> None:
        self._in_flight = setting.in_flight
        self._loop = loop
        self._executor = executor
        self._workers = setting.executor_size
        self._libraries = libraries
        self._execute = coroutine.of(setting.workload, self)
        self._client: Client | None = None
        if isinstance(setting.workload, Fetch):
            self._client = loop.run_until_complete(Client.start(setting.workload.limit_ms))

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        self._loop.run_until_complete(self._all(batch))

    async def _all(self, batch: Batch) -> None:
        permits = asyncio.Semaphore(self._in_flight)

        async def one(task: int) -> None:
            await self._execute(batch, task)
            permits.release()

        tasks = []
        for task in range(batch.tasks):
            await permits.acquire()
            batch.hand_over(task)
            tasks.append(asyncio.create_task(one(task)))
        await asyncio.gather(*tasks)

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds."""
        end_ns = perf_counter_ns() + us * 1_000
        await asyncio.sleep(us / 1e6)
        # libuv counts whole milliseconds and rounds a wait to the nearest one.
        while perf_counter_ns() < end_ns:
            await asyncio.sleep(0.001)

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called by the executor."""
        return await self._loop.run_in_executor(self._executor, function, task)

    def fetch(self, work: Fetch, task: int, laps: Laps) -> Coroutine[Any, Any, int]:
        """Downloads with aiohttp."""
        assert self._client is not None
        return self._client.fetch(work, task, laps)

    def facts(self) -> dict[str, object]:
        """What it stands on, and how many workers compute."""
        return {
            "loop": f"{type(self._loop).__module__}.{type(self._loop).__qualname__}",
            "executor_workers": self._workers,
            **versions.of("aiohttp", *self._libraries),
        }

    def close(self) -> None:
        """Ends the client, the executor's workers and the loop."""
        if self._client is not None:
            self._loop.run_until_complete(self._client.close())
        self._executor.shutdown(wait=False)
        self._loop.close()
