"""What a process has used since it began."""

from __future__ import annotations

import gc
import resource
import time
from typing import NamedTuple


class Counters(NamedTuple):
    """What a process has used, its reaped children included in the first three."""

    cpu_ns: int
    voluntary_switches: int
    involuntary_switches: int
    gc_count: int | None
    """Collections; None where the interpreter does not tell."""
    gc_ns: int | None

    def since(self, earlier: Counters) -> Counters:
        """What came since `earlier`."""
        return Counters(
            self.cpu_ns - earlier.cpu_ns,
            self.voluntary_switches - earlier.voluntary_switches,
            self.involuntary_switches - earlier.involuntary_switches,
            _minus(self.gc_count, earlier.gc_count),
            _minus(self.gc_ns, earlier.gc_ns),
        )

    def and_(self, other: Counters) -> Counters:
        """Both together."""
        return Counters(
            self.cpu_ns + other.cpu_ns,
            self.voluntary_switches + other.voluntary_switches,
            self.involuntary_switches + other.involuntary_switches,
            _plus(self.gc_count, other.gc_count),
            _plus(self.gc_ns, other.gc_ns),
        )


NONE = Counters(0, 0, 0, 0, 0)


class _Collections:
    """Counts the collections of this process and the time that they take."""

    def __init__(self) -> None:
        self.count = 0
        self.ns = 0
        self._begin_ns = 0

    def __call__(self, phase: str, _: object) -> None:
        if phase == "start":
            self._begin_ns = time.perf_counter_ns()
        else:
            self.count += 1
            self.ns += time.perf_counter_ns() - self._begin_ns


def _listening() -> _Collections | None:
    # PyPy has no such list.
    callbacks = getattr(gc, "callbacks", None)
    if callbacks is None:
        return None
    collections = _Collections()
    callbacks.append(collections)
    return collections


_collections = _listening()


def read() -> Counters:
    """What this process has used so far."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Counters(
        _cpu_ns(own) + _cpu_ns(children),
        own.ru_nvcsw + children.ru_nvcsw,
        own.ru_nivcsw + children.ru_nivcsw,
        _collections.count if _collections else None,
        _collections.ns if _collections else None,
    )


def _cpu_ns(usage: resource.struct_rusage) -> int:
    # The system counts microseconds; a float has more digits than those.
    return (round(usage.ru_utime * 1e6) + round(usage.ru_stime * 1e6)) * 1_000


def _plus(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b


def _minus(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a - b
