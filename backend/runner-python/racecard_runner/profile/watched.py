"""Computations that can be seen although they keep the interpreter to themselves."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING, Callable

from racecard_runner import patch
from racecard_runner.profile import INTERVAL_NS, at_work

if TYPE_CHECKING:
    from racecard_runner.profile.sampler import Sampler
    from racecard_runner.workload.workloads import Workload

_LOOK_S = 30
_NAME = "compute"


class Watched:
    """A computation whose thread stays in it until it has been looked at, if that was due.

    A `**` is one call that keeps the interpreter for up to seconds. Nobody can look meanwhile, and
    afterwards its thread would be found anywhere else.
    """

    def __init__(self, compute: Callable[[int], int], sampler: Sampler) -> None:
        self._compute = compute
        self._sampler = sampler
        self._lock = patch.original("_thread", "allocate_lock")

    # Whoever looks may do so at each call here, and no other function of Python's is called.
    def compute(self, task: int) -> int:
        """Computes task number `task`, and waits for a look that was due meanwhile."""
        begin_ns = perf_counter_ns()
        value = self._compute(task)
        end_ns = perf_counter_ns()
        due_ns = self._sampler.due_ns
        if due_ns <= end_ns and (due_ns >= begin_ns or end_ns - begin_ns > INTERVAL_NS):
            look = self._lock()
            look.acquire()
            self._sampler.awaited.append(look)
            look.acquire(True, _LOOK_S)
        return value


CODE = Watched.compute.__code__
"""What a thread executes right before and after the computation itself."""


def name(work: Workload) -> str | None:
    """The function that is at work where a thread is found in `CODE`."""
    compute = getattr(type(work), _NAME, None)
    return at_work.name(type(work).__module__, compute.__code__) if compute else None


def begin(work: Workload, sampler: Sampler) -> None:
    """Watches what `work` computes, if it does, whoever calls that."""
    compute = getattr(work, _NAME, None)
    if compute is not None:
        vars(work)[_NAME] = Watched(compute, sampler).compute


def end(work: Workload) -> None:
    """Has `work` compute as ever."""
    vars(work).pop(_NAME, None)
