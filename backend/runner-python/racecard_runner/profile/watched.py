"""Computations that can be seen after they kept the interpreter to themselves."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING

from racecard_runner.profile import INTERVAL_NS, at_work
from racecard_runner.workload.computation import Computation

if TYPE_CHECKING:
    from racecard_runner.profile.sampler import Sampler

_LOOK_S = 30


class Watched(Computation):
    """A computation whose thread stays in it until it has been looked at, if it took long.

    A `**` is one call that keeps the interpreter for up to seconds. Nobody can look meanwhile, and
    afterwards its thread would be found anywhere else.
    """

    def __init__(self, work: Computation, sampler: Sampler) -> None:
        self._work = work
        self._sampler = sampler

    def compute(self, task: int) -> int:
        """Computes task number `task`, and waits for a look that is overdue."""
        begin_ns = perf_counter_ns()
        value = self._work.compute(task)
        if perf_counter_ns() - begin_ns > INTERVAL_NS:
            look = self._sampler.overdue()
            if look is not None:
                look.acquire(True, _LOOK_S)
        return value


CODE = Watched.compute.__code__
"""What a thread executes right before and after the computation itself."""


def name(work: object) -> str | None:
    """The function that is at work where a thread is found in `CODE`."""
    if not isinstance(work, Computation):
        return None
    return at_work.name(type(work).__module__, type(work).compute.__code__)
