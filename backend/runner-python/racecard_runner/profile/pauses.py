"""Pauses for the garbage collector."""

from __future__ import annotations

import gc
from time import perf_counter_ns

from racecard_runner.profile.event import Event


class Pauses:
    """Counts them from its creation until `stop`."""

    def __init__(self) -> None:
        self.event = Event("gc_pause")
        self._begin_ns = 0
        gc.callbacks.append(self._called)

    def _called(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._begin_ns = perf_counter_ns()
        elif self._begin_ns:
            example = f"a collection of generation {info['generation']}"
            self.event.add(perf_counter_ns() - self._begin_ns, example)

    def stop(self) -> None:
        """Counts no more."""
        gc.callbacks.remove(self._called)
