"""Work that only computes."""

from __future__ import annotations

from racecard_runner.workload.laps import Laps


class Computation:
    """A task that keeps a core busy from start to end."""

    laps = 0

    def compute(self, task: int) -> int:
        """Computes task number `task`; returns its value."""
        raise NotImplementedError

    def execute(self, task: int, _: Laps) -> int:
        """Computes task number `task` where it is called; returns its value."""
        return self.compute(task)
