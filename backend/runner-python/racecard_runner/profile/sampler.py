"""A thread that looks again and again at what all others are doing."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter, deque
from time import perf_counter_ns
from types import FrameType
from typing import Any

from racecard_runner import patch
from racecard_runner.profile import INTERVAL_NS, at_work, watched
from racecard_runner.profile.event import Event

_TURN_S = 30
_NEVER_NS = 2**63 - 1


class Sampler:
    """A thread of the system's, also where threads are patched to be something else."""

    def __init__(self, watched_name: str | None) -> None:
        self.found: Counter[str] = Counter()
        """The functions that tasks were found in, and how often."""
        self.waits = Event("interpreter_wait")
        self._watched_name = watched_name
        self.due_ns = _NEVER_NS
        """When it is to look next."""
        self.awaited: deque[Any] = deque()
        """The locks that the next look opens."""
        self._error: BaseException | None = None
        self._begun = _taken_lock()
        self._over = _taken_lock()
        self._ended = _taken_lock()

    def start(self) -> None:
        """Starts it; returns when it is about to look, and raises RuntimeError if it cannot be."""
        patch.original("_thread", "start_new_thread")(self._run, ())
        if not self._begun.acquire(True, _TURN_S):
            raise RuntimeError(f"its thread did not begin within {_TURN_S} s")
        # The thread is not there in a forked process.
        os.register_at_fork(after_in_child=self._never)

    def stop(self) -> None:
        """Stops it; returns when it has ended, and raises what went wrong in it."""
        self._over.release()
        if not self._ended.acquire(True, _TURN_S):
            raise TimeoutError(f"the sampler did not end within {_TURN_S} s")
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            self._look_until_over()
        except BaseException as error:
            self._error = error
        finally:
            self._never()
            self._let_go_on()
            self._ended.release()

    # A look stands for all intervals since the one before: while one call keeps the interpreter
    # there is none, and that call must get its share.
    def _look_until_over(self) -> None:
        last_ns = perf_counter_ns()
        rest_ns = 0
        self.due_ns = last_ns + INTERVAL_NS
        self._begun.release()
        while not self._over.acquire(True, INTERVAL_NS / 1e9):
            now_ns = perf_counter_ns()
            intervals, rest_ns = divmod(rest_ns + now_ns - last_ns, INTERVAL_NS)
            last_ns = now_ns
            self._look(intervals, max(0, now_ns - self.due_ns))
            self.due_ns = perf_counter_ns() + INTERVAL_NS
            self._let_go_on()

    def _look(self, intervals: int, late_ns: int) -> None:
        functions = [self._function(frame) for frame in _frames().values()]
        names = [name for name in functions if name is not None]
        if intervals > 0:
            for name in names:
                self.found[name] += intervals
        self.waits.add(late_ns, f"{names[0]} was at work" if names else None)

    def _function(self, frame: FrameType) -> str | None:
        return self._watched_name if frame.f_code is watched.CODE else at_work.function(frame)

    def _never(self) -> None:
        self.due_ns = _NEVER_NS

    def _let_go_on(self) -> None:
        while self.awaited:
            self.awaited.popleft().release()


# A patched one would let a green thread go on instead of waiting.
def _taken_lock() -> Any:
    lock = patch.original("_thread", "allocate_lock")()
    lock.acquire()
    return lock


def _frames() -> dict[int, FrameType]:
    if sys.version_info[:2] != (3, 11) or not gc.isenabled():
        return sys._current_frames()
    # A collection within that call can lock 3.11 up for good: python/cpython#106883.
    gc.disable()
    try:
        return sys._current_frames()
    finally:
        gc.enable()
