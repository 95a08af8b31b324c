"""A task as a coroutine."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any, Callable, Protocol, TypeVar

from racecard_runner.round.batch import Batch
from racecard_runner.workload.computation import Computation
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps
from racecard_runner.workload.mixed import Mixed
from racecard_runner.workload.sleep import Sleep
from racecard_runner.workload.workloads import Workload

T = TypeVar("T")


class Loop(Protocol):
    """What a library does in its own way: waiting, computing elsewhere, downloading."""

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds, more than 0."""

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called where it does not block the loop."""

    def fetch(self, work: Fetch, task: int, laps: Laps) -> Coroutine[Any, Any, int]:
        """Downloads what `work` has for `task`; the task's value."""


Execute = Callable[[Batch, int], Coroutine[Any, Any, None]]
_Do = Callable[[int, Laps], Coroutine[Any, Any, int]]


def of(workload: Workload, loop: Loop) -> Execute:
    """The function that executes one task of a batch on `loop`, and raises nothing."""
    if isinstance(workload, Computation):
        return _computing(loop)
    do = _waiting(workload, loop)

    async def execute(batch: Batch, task: int) -> None:
        batch.begin(task)
        try:
            value = await do(task, batch.laps(task))
        except BaseException as error:  # a result, not the end of the round
            batch.fail(task, error)
        else:
            batch.end(task, value)

    return execute


# Starts when a worker takes it and not before: until then it is only handed over.
def _computing(loop: Loop) -> Execute:
    async def execute(batch: Batch, task: int) -> None:
        await loop.offload(batch.execute, task)

    return execute


def _waiting(workload: Sleep | Mixed | Fetch, loop: Loop) -> _Do:
    if isinstance(workload, Sleep):
        return _sleeping(workload, loop)
    if isinstance(workload, Mixed):
        return _mixing(workload, loop)
    return partial(loop.fetch, workload)


def _sleeping(work: Sleep, loop: Loop) -> _Do:
    async def sleep(_: int, __: Laps) -> int:
        if work.us:
            await loop.sleep(work.us)
        return work.us

    return sleep


def _mixing(work: Mixed, loop: Loop) -> _Do:
    async def mix(task: int, _: Laps) -> int:
        if work.wait_us:
            await loop.sleep(work.wait_us)
        value = await loop.offload(work.compute, task)
        if work.wait_us:
            await loop.sleep(work.wait_us)
        return value

    return mix
