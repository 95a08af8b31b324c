"""asyncio with its CPU work handed to a pool of processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import suppress
from threading import BrokenBarrierError
from typing import TYPE_CHECKING, Callable, TypeVar

from racecard_runner.loop.asyncio_loop import AsyncioLoop
from racecard_runner.process import task_main
from racecard_runner.process.task_main import Done, Usage
from racecard_runner.round.batch import Batch
from racecard_runner.round.counters import NONE
from racecard_runner.round.strategy import Helpers, Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.computation import Computation

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

NEEDS = Needs(executor=True, executor_processes=True)

# What Python itself chooses on Linux, by its version.
_METHOD = "fork" if sys.version_info < (3, 14) else "forkserver"

_TOLD_S = 30

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return AsyncioProcessPool(setting)


class AsyncioProcessPool(AsyncioLoop):
    """The standard library's pool of processes behind `run_in_executor`."""

    def __init__(self, setting: Setting) -> None:
        context = multiprocessing.get_context(_METHOD)
        everybody = context.Barrier(setting.executor_size)
        pool = ProcessPoolExecutor(
            setting.executor_size,
            context,
            _prepare_here,
            (_without_waits(setting.prepare.fields), everybody),
        )
        # Before the loop and the client, of which a forked process would keep a copy.
        self._used = _told(pool, setting.executor_size)
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
        return await self._loop.run_in_executor(self._executor, task_main.execute_here, task)

    def helpers(self) -> Helpers:
        """What its processes have used, or had when they last told if they have ended since."""
        told: list[Usage] = []
        with suppress(BrokenExecutor, BrokenBarrierError):
            told = self._used = _told(self._executor, self._workers)
        counters = NONE
        for usage in self._used:
            counters = counters.and_(usage.counters)
        memory_bytes = sum(usage.memory_bytes for usage in told)
        return Helpers(len(told), memory_bytes, counters)

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


# Each process is there and tells once: none gets a second question before all have their first.
def _told(pool: Executor, processes: int) -> list[Usage]:
    answers = [pool.submit(_tell) for _ in range(processes)]
    return [answer.result() for answer in answers]


_everybody: list[Barrier] = []


def _prepare_here(fields: dict[str, object], everybody: Barrier) -> None:
    task_main.prepare_here(fields)
    _everybody[:] = [everybody]


def _tell() -> Usage:
    _everybody[0].wait(_TOLD_S)
    return task_main.usage()
