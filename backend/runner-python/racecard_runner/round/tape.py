"""What the tasks of a round leave behind."""

from __future__ import annotations

from array import array

from racecard_runner.checksum.modulus import P

FAILED = -1
"""Stands in the place of a failed task's value."""

_MAX_ERROR_LENGTH = 500


class Tape:
    """Values, failures and, if recorded, time stamps.

    Each task writes only its own places, so tasks need no lock. Kept between rounds, so that no
    round pays for fresh memory.
    """

    def __init__(self) -> None:
        self.recording = False
        self.first_error: str | None = None
        self.values = array("q")
        self.handed_ns = array("q")
        self.start_ns = array("q")
        self.end_ns = array("q")
        self.lap_ns = array("q")

    def rewind(self, slots: int, laps: int, recording: bool) -> None:
        """Wipes the tape for `slots` task executions; `laps` are kept for one repeat."""
        self.recording = recording
        self.first_error = None
        stamps = slots if recording else 0
        self.values = _wiped(self.values, slots)
        self.handed_ns = _wiped(self.handed_ns, stamps)
        self.start_ns = _wiped(self.start_ns, stamps)
        self.end_ns = _wiped(self.end_ns, stamps)
        self.lap_ns = _wiped(self.lap_ns, laps if recording else 0)

    def fail(self, slot: int, error: str) -> None:
        """Notes that the task in `slot` failed of `error`."""
        self.values[slot] = FAILED
        if self.first_error is None:
            self.first_error = error[:_MAX_ERROR_LENGTH]

    def errors(self) -> int:
        """How many tasks failed."""
        return self.values.count(FAILED)

    def checksum(self, tasks: int) -> int:
        """Σ (i + 1) · value over all executions, i being the task's number, modulo P."""
        total = 0
        for first in range(0, len(self.values), tasks):
            for place, value in enumerate(self.values[first : first + tasks], 1):
                if value > 0:
                    total += place * value
        return total % P


def _wiped(places: array[int], count: int) -> array[int]:
    if len(places) != count:
        return array("q", bytes(8 * count))
    memoryview(places).cast("B")[:] = bytes(8 * count)
    return places
