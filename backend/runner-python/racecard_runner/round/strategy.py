"""What every strategy is to a round."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from racecard_runner.round.counters import NONE, Counters

if TYPE_CHECKING:
    from racecard_runner.round.batch import Batch


class Needs(NamedTuple):
    """What a strategy takes of the host, told by its module as NEEDS before it is created."""

    one_at_a_time: bool = False
    """Executes one task after another."""
    executor: bool = False
    """Computes in workers that it keeps; more of them than cores cannot compute more."""
    executor_processes: bool = False
    """Those workers are processes, beside the tasks in flight."""
    threads: bool = False
    """Takes a system thread for each task in flight."""
    processes: bool = False
    """Takes a process for each task in flight."""


class Helpers(NamedTuple):
    """Persistent processes of a strategy, what they have used and their peaks, each added up."""

    processes: int = 0
    memory_bytes: int = 0
    """Peaks of resident memory since this was asked before."""
    counters: Counters = NONE


class Strategy(Protocol):
    """A way to execute N tasks; prepared before the clock starts, used for every round."""

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`; returns when the last one has ended."""

    def helpers(self) -> Helpers:
        """What the strategy's persistent processes have used since they began."""
        return Helpers()

    def facts(self) -> dict[str, object]:
        """What it keeps between rounds, for a person: names and texts or numbers."""
        return {}

    def close(self) -> None:
        """Ends all that it keeps between rounds."""
        return
