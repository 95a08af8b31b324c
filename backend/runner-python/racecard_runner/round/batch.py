"""The tasks of a round, as a strategy sees them."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter_ns
from typing import TYPE_CHECKING, NamedTuple

from racecard_runner.workload.laps import Laps

if TYPE_CHECKING:
    from racecard_runner.round.started import Started
    from racecard_runner.round.tape import Tape
    from racecard_runner.workload.workloads import Workload


class Stamps(NamedTuple):
    """What a task noted in another process; the monotonic clock is the same for all of a host."""

    value: int
    start_ns: int
    end_ns: int
    lap_ns: Sequence[int]


class Batch:
    """The N tasks of one repeat of a round, numbered from 0.

    A strategy hands over every task once and has it executed once, by `execute` wherever a task may
    block, or by `begin` and then `end` or `fail` where it may not.
    """

    __slots__ = ("_do", "_first", "_laps", "_recording", "_tape", "started", "tasks")

    def __init__(self, tape: Tape, workload: Workload, started: Started, tasks: int) -> None:
        self.tasks = tasks
        self.started = started
        self._tape = tape
        self._do = workload.execute
        self._laps = workload.laps
        self._first = 0
        self._recording = tape.recording

    def repeat(self, number: int) -> None:
        """Turns to repeat `number` of the round; all tasks of the one before have ended."""
        self._first = number * self.tasks

    def hand_over(self, task: int) -> None:
        """Notes that `task` is handed over to its thread, pool, process or loop now."""
        if self._recording:
            self._tape.handed_ns[self._first + task] = perf_counter_ns()

    def execute(self, task: int) -> None:
        """Executes `task` where it is called; what it raises fails the task, no more."""
        self.begin(task)
        try:
            value = self._do(task, self.laps(task))
        except BaseException as error:
            self.fail(task, error)
        else:
            self.end(task, value)

    def begin(self, task: int) -> None:
        """Notes that `task` starts now, and that it is handed over now if it was not before."""
        if self._recording:
            now_ns = perf_counter_ns()
            slot = self._first + task
            tape = self._tape
            tape.start_ns[slot] = now_ns
            if not tape.handed_ns[slot]:
                tape.handed_ns[slot] = now_ns

    def end(self, task: int, value: int) -> None:
        """Notes that `task` ends now and gave `value`."""
        slot = self._first + task
        if self._recording:
            self._tape.end_ns[slot] = perf_counter_ns()
        self._tape.values[slot] = value

    def fail(self, task: int, error: BaseException | str) -> None:
        """Notes that `task` failed now, of `error`."""
        if self._recording:
            self._tape.end_ns[self._first + task] = perf_counter_ns()
        self._tape.fail(self._first + task, error if isinstance(error, str) else told(error))

    def laps(self, task: int) -> Laps:
        """Where `task` notes the ends of its downloads."""
        if self._laps and self._recording:
            return Laps(self._tape.lap_ns, task * self._laps)
        return Laps.NONE

    def take(self, task: int, stamps: Stamps) -> None:
        """Takes over what another process noted about `task`."""
        slot = self._first + task
        tape = self._tape
        tape.values[slot] = stamps.value
        if self._recording:
            tape.start_ns[slot] = stamps.start_ns
            tape.end_ns[slot] = stamps.end_ns
            for lap, end_ns in enumerate(stamps.lap_ns):
                tape.lap_ns[task * self._laps + lap] = end_ns


def told(error: BaseException) -> str:
    """An exception in one line, for a person."""
    try:
        text = str(error)
    except Exception:
        text = ""
    name = type(error).__name__
    return f"{name}: {text}" if text else name
