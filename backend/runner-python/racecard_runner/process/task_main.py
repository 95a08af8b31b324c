"""What a process does that executes tasks for a runner.

Starting fast is part of what `processes` measures, so little is imported here.
"""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING, NamedTuple, Union

from racecard_runner.line.message import Message
from racecard_runner.round import counters, peak_memory
from racecard_runner.round.batch import Batch, Stamps, told
from racecard_runner.round.counters import Counters
from racecard_runner.workload import workloads
from racecard_runner.workload.laps import Laps
from racecard_runner.workload.workloads import Workload

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Work = Union[Workload, dict[str, object]]
"""A workload, or the fields of the `prepare` that it is read from."""

READY = "ready"


class Done(NamedTuple):
    """What became of a task."""

    stamps: Stamps | None
    """None if it failed."""
    error: str
    usage: Usage | None = None
    """What its process used, where that is for one task only."""


class Usage(NamedTuple):
    """What a process has used since it began, and its peak since it told that before."""

    counters: Counters
    memory_bytes: int


def execute_once(answers: Connection, work: Work, task: int) -> None:
    """Executes one task and tells what became of it."""
    what = done(workload_of(work), task)
    answers.send(what._replace(usage=Usage(counters.read(), peak_memory.own_bytes() or 0)))


def serve(runner: Connection, work: Work, inherited: list[Connection]) -> None:
    """Executes the tasks that come, one after another, until the runner's end is closed."""
    for connection in inherited:
        connection.close()
    workload = workload_of(work)
    runner.send(READY)
    try:
        while True:
            task = runner.recv()
            runner.send(usage() if task is None else done(workload, task))
    except (EOFError, OSError):
        # The runner is gone or has no more tasks.
        return


def workload_of(work: Work) -> Workload:
    """The workload itself."""
    return workloads.read(Message(work)) if isinstance(work, dict) else work


def done(workload: Workload, task: int) -> Done:
    """Executes `task`, whatever it raises."""
    lap_ns = [0] * workload.laps
    laps = Laps(lap_ns, 0)
    try:
        start_ns = perf_counter_ns()
        value = workload.execute(task, laps)
        stamps = Stamps(value, start_ns, perf_counter_ns(), lap_ns)
    except BaseException as error:
        return Done(None, told(error))
    return Done(stamps, "")


def take(batch: Batch, task: int, what: Done) -> None:
    """Notes in the runner's batch what became of `task`."""
    if what.stamps is None:
        batch.fail(task, what.error)
    else:
        batch.take(task, what.stamps)


def usage() -> Usage:
    """What this process has used so far; its peak begins anew."""
    used = Usage(counters.read(), peak_memory.own_bytes() or 0)
    peak_memory.reset()
    return used


_here: list[Workload] = []


def prepare_here(fields: dict[str, object]) -> None:
    """Reads the workload of all later `execute_here` in this interpreter."""
    _here[:] = [workload_of(fields)]


def begun() -> bool:
    """Whether this interpreter can execute tasks."""
    return bool(_here)


def execute_here(task: int) -> Done:
    """Executes `task` in this interpreter, whatever it raises."""
    return done(_here[0], task)
