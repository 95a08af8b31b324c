"""What the tasks of a round leave behind."""

from __future__ import annotations

from racecard_runner.checksum.modulus import P

FAILED = -1
"""Stands in the place of a failed task's value."""

_MAX_ERROR_LENGTH = 500


class Tape:
    """Values, failures and, if recorded, time stamps.

    Each task writes only its own places, so tasks need no lock. Lists and not arrays: storing into
    an array takes four times as long.
    """

    __slots__ = (
        "end_ns",
        "first_error",
        "handed_ns",
        "lap_ns",
        "recording",
        "start_ns",
        "values",
    )

    def __init__(self) -> None:
        self.rewind(0, 0, False)

    def rewind(self, slots: int, laps: int, recording: bool) -> None:
        """Wipes the tape for `slots` task executions; `laps` are kept for one repeat."""
        self.recording = recording
        self.first_error: str | None = None
        stamps = slots if recording else 0
        self.values = [0] * slots
        self.handed_ns = [0] * stamps
        self.start_ns = [0] * stamps
        self.end_ns = [0] * stamps
        self.lap_ns = [0] * (laps if recording else 0)

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
