"""Threads and processes that a strategy starts within a round."""

from __future__ import annotations

import threading

from racecard_runner.round.counters import NONE, Counters


class Started:
    """Counts what one thread of the strategy starts and ends."""

    def __init__(self) -> None:
        self.threads = 0
        self.most_threads = 0
        self.virtual_threads = 0
        self.processes = 0
        self.most_alive = 0
        self.counters = NONE
        self._alive = 0
        self._peak_bytes: list[int] = []

    def thread_begins(self) -> None:
        """Counts one system thread that begins now, beside those that are alive."""
        self.threads += 1
        self.most_threads = max(self.most_threads, threading.active_count() + 1)

    def virtual_threads_begin(self, count: int) -> None:
        """Counts `count` threads that the system knows nothing of."""
        self.virtual_threads += count

    def process_begins(self) -> None:
        """Counts one process that begins."""
        self.processes += 1
        self._alive += 1
        self.most_alive = max(self.most_alive, self._alive)

    def process_ended(self, peak_bytes: int, told: Counters = NONE) -> None:
        """Counts one process that has ended: its peak, and what it used if nobody else tells."""
        self._alive -= 1
        self._peak_bytes.append(peak_bytes)
        self.counters = self.counters.and_(told)

    def memory_bytes(self) -> int:
        """The peaks of as many processes as were alive at once, the largest ones, added up."""
        return sum(sorted(self._peak_bytes, reverse=True)[: self.most_alive])
