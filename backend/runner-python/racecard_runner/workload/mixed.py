"""Waiting and computing in turn."""

from __future__ import annotations

from racecard_runner.workload.chain import Chain
from racecard_runner.workload.laps import Laps
from racecard_runner.workload.sleep import pause

_BLOCK_BYTES = 992


class Mixed:
    """Waits, computes, and waits as long again, as a service between two remote calls does."""

    laps = 0

    def __init__(self, nonce: str, wait_us: int, steps: int) -> None:
        self.wait_us = wait_us
        self._chain = Chain(nonce, _BLOCK_BYTES)
        self._steps = steps

    def execute(self, task: int, _: Laps) -> int:
        """Executes task number `task`, blocking while it waits; returns its value."""
        pause(self.wait_us)
        value = self.compute(task)
        pause(self.wait_us)
        return value

    def compute(self, task: int) -> int:
        """Computes task number `task` without its waits; returns its value."""
        return self._chain.value(task, self._steps)
