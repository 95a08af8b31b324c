"""A `multiprocessing.Process` for each task, forked from the runner."""

from __future__ import annotations

import selectors

from racecard_runner.process.task_main import Usage
from racecard_runner.process.task_process import TaskProcess
from racecard_runner.process.task_processes import TaskProcesses
from racecard_runner.round.batch import Batch
from racecard_runner.round.counters import NONE, Counters
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(processes=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Processes(setting, "fork")


class _Running:
    """A task and the process that was started for it."""

    def __init__(self, task: int, process: TaskProcess) -> None:
        self.task = task
        self.process = process
        self.sentinel = process.process.sentinel
        self.answered = False
        self.usage: Usage | None = None


class Processes(Strategy):
    """A process for each task, started and waited for by the runner's one thread."""

    def __init__(self, setting: Setting, method: str) -> None:
        self._processes = TaskProcesses(setting, method)
        self._method = method
        self._in_flight = setting.in_flight
        self._selector = selectors.DefaultSelector()
        self._alive = 0

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        for task in range(batch.tasks):
            while self._alive == self._in_flight:
                self._await_some(batch)
            self._start(batch, task)
        while self._alive:
            self._await_some(batch)

    def _start(self, batch: Batch, task: int) -> None:
        batch.hand_over(task)
        try:
            process = self._processes.start_once(task)
        except (OSError, EOFError) as error:  # the latter when a fork server ends meanwhile
            batch.fail(task, error)
            self.failed_to_start(error)
            return
        batch.started.process_begins()
        self._alive += 1
        running = _Running(task, process)
        self._selector.register(process.connection, selectors.EVENT_READ, running)
        self._selector.register(running.sentinel, selectors.EVENT_READ, running)

    def failed_to_start(self, error: Exception) -> None:
        """Does what has to be done before the next start can succeed."""

    # The permit is free when the process has ended, not when the task has: its end costs as well.
    def _await_some(self, batch: Batch) -> None:
        for key, _ in self._selector.select():
            running: _Running = key.data
            if not running.answered:
                running.answered = True
                self._selector.unregister(running.process.connection)
                done = running.process.take(batch, running.task)
                running.usage = done.usage if done else None
            if key.fileobj == running.sentinel:
                self._ended(batch, running)

    def _ended(self, batch: Batch, running: _Running) -> None:
        self._selector.unregister(running.sentinel)
        self._alive -= 1
        usage = running.usage
        batch.started.process_ended(usage.memory_bytes if usage else 0, self._told(usage))
        running.process.ended()

    # The system tells what a child used once it is reaped; those of the fork server are its own.
    def _told(self, usage: Usage | None) -> Counters:
        if usage is None or self._method != "forkserver":
            return NONE
        return usage.counters._replace(gc_count=0, gc_ns=0)

    def facts(self) -> dict[str, object]:
        """How its processes are started."""
        return {"start_method": self._method}

    def close(self) -> None:
        """Gives up what it waits with."""
        self._selector.close()
