"""Computations that can be seen after they kept the interpreter to themselves."""

from __future__ import annotations

from time import perf_counter_ns

from racecard_runner import patch
from racecard_runner.profile import INTERVAL_NS, at_work
from racecard_runner.workload.computation import Computation

_LET_GO_S = 0.0002


class Watched(Computation):
    """A computation whose thread is still in it when others get the interpreter again.

    A `**` is one call that keeps the interpreter for up to seconds, and its thread would be seen
    next wherever it lets go: in a function that only took the result.
    """

    def __init__(self, work: Computation) -> None:
        self._work = work
        self._sleep = patch.original("time", "sleep")
        self.name = at_work.name(type(work).__module__, type(work).compute.__code__)
        """The function that is at work when a thread is found in `CODE`."""

    def compute(self, task: int) -> int:
        """Computes task number `task`, then lets others have the interpreter."""
        begin_ns = perf_counter_ns()
        value = self._work.compute(task)
        # CPython lets go at this call if anybody waits.
        took_ns = perf_counter_ns() - begin_ns
        if took_ns > INTERVAL_NS:
            # PyPy does so where it likes, and while a thread sleeps.
            self._sleep(_LET_GO_S)
        return value


CODE = Watched.compute.__code__
"""What a thread executes that is in a watched computation, right before and after it."""
