"""asyncio with its CPU work handed to a pool of processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import Callable, TypeVar

from racecard_runner.loop.asyncio_loop import AsyncioLoop
from racecard_runner.process import task_main
from racecard_runner.process.task_main import Done, Usage
from racecard_runner.round.batch import Batch
from racecard_runner.round.counters import NONE
from racecard_runner.round.strategy import Helpers, Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.computation import Computation

NEEDS = Needs(executor=True)

# What Python itself chooses on Linux, by its version.
_METHOD = "fork" if sys.version_info < (3, 14) else "forkserver"

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return AsyncioProcessPool(setting)


class AsyncioProcessPool(AsyncioLoop):
    """The standard library's pool of processes behind `run_in_executor`."""

    def __init__(self, setting: Setting) -> None:
        pool = ProcessPoolExecutor(
            setting.executor_size,
            multiprocessing.get_context(_METHOD),
            task_main.prepare_here,
            (_without_waits(setting.prepare.fields),),
        )
        # Before the loop and the client, of which a forked process would keep a copy.
        begun = [pool.submit(_begun) for _ in range(setting.executor_size)]
        self._used = dict(future.result() for future in begun)
        super().__init__(setting, asyncio.new_event_loop(), pool)
        if isinstance(setting.workload, Computation):
            self._execute = self._compute

    async def _compute(self, batch: Batch, task: int) -> None:
        try:
            task_main.take(batch, task, await self._done(task))
        except Exception as error:  # a pool that is broken fails its tasks
            batch.fail(task, error)

    async def offload(self, _: Callable[[int], T], task: int) -> T:
        """The value that a process of the pool computes for `task`."""
        done = await self._done(task)
        if done.stamps is None:
            raise RuntimeError(done.error)
        return done.stamps.value  # type: ignore[return-value] # all that is offloaded are values

    async def _done(self, task: int) -> Done:
        process, done = await self._loop.run_in_executor(self._executor, _execute, task)
        self._used[process] = done.usage
        return done

    def helpers(self) -> Helpers:
        """What its processes had used when each of them last told."""
        counters = NONE
        for usage in self._used.values():
            counters = counters.and_(usage.counters)
        memory_bytes = sum(usage.memory_bytes for usage in self._used.values())
        return Helpers(len(self._used), memory_bytes, counters)

    def facts(self) -> dict[str, object]:
        """What it stands on, and how its processes were started."""
        return {**super().facts(), "start_method": _METHOD}


# The loop waits; a process only computes what comes between the waits.
def _without_waits(prepare: dict[str, object]) -> dict[str, object]:
    params = prepare["params"]
    assert isinstance(params, dict)
    if "wait_us" in params:
        params = {**params, "wait_us": 0}
    return {**prepare, "params": params}


def _begun() -> tuple[int, Usage]:
    return os.getpid(), task_main.usage()


def _execute(task: int) -> tuple[int, Done]:
    return os.getpid(), task_main.execute_here(task)
