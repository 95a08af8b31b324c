"""Digests of a large buffer."""

from __future__ import annotations

from racecard_runner.workload.chain import Chain
from racecard_runner.workload.computation import Computation


class Hash(Computation):
    """Digests a buffer that follows from the nonce again and again."""

    def __init__(self, nonce: str, buffer_bytes: int, repeats: int) -> None:
        self._chain = Chain(nonce, buffer_bytes)
        self._repeats = repeats

    def compute(self, task: int) -> int:
        """Computes task number `task`; returns its value."""
        return self._chain.value(task, self._repeats)

    def buffer_bytes(self) -> int:
        """The size of the buffer, which every process has once."""
        return len(self._chain.block)
