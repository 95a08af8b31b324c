"""The tasks of a round, as a strategy sees them."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter_ns
from typing import TYPE_CHECKING, Callable, NamedTuple

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

    __slots__ = ("_do", "_first", "_laps", "_recording", "_tape", "execute", "started", "tasks")

    def __init__(self, tape: Tape, workload: Workload, started: Started, tasks: int) -> None:
        self.tasks = tasks
        self.started = started
        self._tape = tape
        self._do = workload.execute
        self._laps = workload.laps
        self._recording = tape.recording
        self.repeat(0)

    def repeat(self, number: int) -> None:
        """Turns to repeat `number` of the round; all tasks of the one before have ended."""
        self._first = number * self.tasks
        self.execute: Callable[[int], None] = self._timed() if self._recording else self._plain()
        """Executes a task where it is called; what that raises fails the task, no more."""

    # A function of its own and no method: one that finds all in its own variables costs a task
    # 0.15 us less.
    def _timed(self) -> Callable[[int], None]:
        tape = self._tape
        values, handed_ns = tape.values, tape.handed_ns
        begun_ns, ended_ns = tape.start_ns, tape.end_ns
        first, do, none, now_ns = self._first, self._do, Laps.NONE, perf_counter_ns
        laps_of = self.laps if self._laps else None

        def execute(task: int) -> None:
            slot = first + task
            start_ns = now_ns()
            begun_ns[slot] = start_ns
            if not handed_ns[slot]:
                handed_ns[slot] = start_ns
            try:
                values[slot] = do(task, laps_of(task) if laps_of else none)
                ended_ns[slot] = now_ns()
            except BaseException as error:
                self.fail(task, error)

        return execute

    def _plain(self) -> Callable[[int], None]:
        values, first, do = self._tape.values, self._first, self._do

        def execute(task: int) -> None:
            try:
                values[first + task] = do(task, Laps.NONE)
            except BaseException as error:
                self.fail(task, error)

        return execute

    def hand_over(self, task: int) -> None:
        """Notes that `task` is handed over to its thread, pool, process or loop now."""
        if self._recording:
            self._tape.handed_ns[self._first + task] = perf_counter_ns()

    def begin(self, task: int) -> None:
        """Notes that `task` starts now, and that it is handed over now if it was not before."""
        if self._recording:
            start_ns = perf_counter_ns()
            slot = self._first + task
            tape = self._tape
            tape.start_ns[slot] = start_ns
            if not tape.handed_ns[slot]:
                tape.handed_ns[slot] = start_ns

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
