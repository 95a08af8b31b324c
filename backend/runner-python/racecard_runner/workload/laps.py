"""When each download of a task ended."""

from __future__ import annotations

from time import perf_counter_ns
from typing import ClassVar


class Laps:
    """Where a task notes when each of its downloads ended, its own places from `first` on."""

    __slots__ = ("_ends_ns", "_first")

    NONE: ClassVar[Laps]
    """For tasks whose laps are not kept."""

    def __init__(self, ends_ns: list[int], first: int) -> None:
        self._ends_ns = ends_ns
        self._first = first

    def mark(self, lap: int) -> None:
        """Notes that lap number `lap` ends now."""
        if self._ends_ns:
            self._ends_ns[self._first + lap] = perf_counter_ns()


Laps.NONE = Laps([], 0)
