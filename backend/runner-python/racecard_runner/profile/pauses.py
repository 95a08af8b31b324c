"""Pauses for the garbage collector."""

from __future__ import annotations

import gc
from time import perf_counter_ns
from typing import Any

from racecard_runner.profile.event import Event


def listen() -> ByCallbacks | ByHooks | None:
    """Counts them from now on; None where the interpreter does not tell."""
    if hasattr(gc, "callbacks"):
        return ByCallbacks()
    hooks = getattr(gc, "hooks", None)
    return None if hooks is None else ByHooks(hooks)


class ByCallbacks:
    """CPython calls before and after each collection."""

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


class ByHooks:
    """PyPy calls some time after collections, and tells about all since it called before."""

    def __init__(self, hooks: Any) -> None:
        self.event = Event("gc_pause")
        self._hooks = hooks
        hooks.set(self)

    def on_gc_minor(self, stats: Any) -> None:
        """Adds minor collections."""
        self._add(stats, "a minor collection")

    def on_gc_collect_step(self, stats: Any) -> None:
        """Adds steps of major collections; each of them is a pause."""
        self._add(stats, "a step of a major collection")

    def on_gc_collect(self, _: Any) -> None:
        """Adds nothing: the steps of this major collection were told."""

    def _add(self, stats: Any, example: str) -> None:
        total_ns, longest_ns = round(stats.duration * 1e9), round(stats.duration_max * 1e9)
        self.event.add_many(stats.count, total_ns, longest_ns, example)

    def stop(self) -> None:
        """Counts no more."""
        self._hooks.reset()
