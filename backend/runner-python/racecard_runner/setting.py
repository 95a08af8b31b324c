"""What a `prepare` asks for."""

from __future__ import annotations

from typing import NamedTuple

from racecard_runner import host_limits
from racecard_runner.line.message import Message
from racecard_runner.line.refusal import Refusal
from racecard_runner.round.strategy import Needs
from racecard_runner.workload import workloads
from racecard_runner.workload.computation import Computation
from racecard_runner.workload.workloads import Workload

_MAX_INT = 2**31 - 1
_MAX_TASKS = 1_000_000


class Setting(NamedTuple):
    """What a `prepare` asks for, checked."""

    prepare: Message
    """The message itself, for processes that execute tasks."""
    needs: Needs
    workload: Workload
    tasks: int
    in_flight: int
    """At most how many tasks may execute at once; at most N."""
    cores: int
    """Usable cores."""

    @property
    def effective_in_flight(self) -> int:
        """How many tasks may really be executing at once."""
        if self.needs.one_at_a_time:
            return 1
        if self.needs.executor and isinstance(self.workload, Computation):
            return self.executor_size
        return self.in_flight

    @property
    def processes(self) -> int:
        """How many processes may be executing tasks at once."""
        if self.needs.processes:
            return self.effective_in_flight
        return self.executor_size if self.needs.executor_processes else 0

    @property
    def executor_size(self) -> int:
        """How many workers compute: more of them than cores cannot compute more."""
        return min(self.in_flight, self.cores)


def read(prepare: Message, needs: Needs) -> Setting:
    """The setting of `prepare` for a strategy that needs `needs`; BadMessage or Refusal if not."""
    tasks = prepare.number("tasks", 1, _MAX_INT)
    in_flight = prepare.number("in_flight", 1, _MAX_INT)
    workload = workloads.read(prepare)
    if tasks > _MAX_TASKS:
        raise Refusal(
            "TOO_MANY_TASKS",
            f"A round of {tasks:,} tasks was asked for and this runner keeps at most"
            f" {_MAX_TASKS:,}.",
            "Ask for fewer tasks.",
        )
    cores = host_limits.usable_cores()
    return Setting(prepare, needs, workload, tasks, min(in_flight, tasks), cores)
