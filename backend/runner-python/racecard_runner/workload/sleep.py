"""Waiting and nothing else."""

from __future__ import annotations

import time

from racecard_runner.workload.laps import Laps


class Sleep:
    """Waits `us` microseconds and does nothing else."""

    laps = 0

    def __init__(self, us: int) -> None:
        self.us = us

    def execute(self, _: int, __: Laps) -> int:
        """Blocks the caller; returns the task's value."""
        pause(self.us)
        return self.us


def pause(us: int) -> None:
    """Blocks the caller for `us` microseconds; 0 is no wait."""
    if us > 0:
        time.sleep(us / 1e6)
