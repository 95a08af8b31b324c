"""A fixed number of processes, each fed one task after another."""

from __future__ import annotations

import selectors
import sys

from racecard_runner.process import fork_server
from racecard_runner.process.task_main import Usage
from racecard_runner.process.task_process import TaskProcess
from racecard_runner.process.task_processes import TaskProcesses
from racecard_runner.round.batch import Batch
from racecard_runner.round.counters import NONE
from racecard_runner.round.strategy import Helpers, Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(executor=True, processes=True)

# What Python itself chooses on Linux, by its version.
_METHOD = "fork" if sys.version_info < (3, 14) else "forkserver"


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return ProcessPool(TaskProcesses(setting, _METHOD), setting.effective_in_flight)


class ProcessPool(Strategy):
    """Processes that are kept between rounds, fed by the runner's one thread."""

    def __init__(self, processes: TaskProcesses, count: int) -> None:
        if _METHOD == "forkserver":
            fork_server.start()
        self._pool = [processes.start() for _ in range(count)]
        self._count = count
        self._told: dict[TaskProcess, Usage] = {}
        self._selector = selectors.DefaultSelector()
        for process in self._pool:
            process.await_ready()
            self._selector.register(process.connection, selectors.EVENT_READ, process)

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        executing: dict[TaskProcess, int] = {}
        idle = list(reversed(self._pool))
        task = 0
        while task < batch.tasks or executing:
            if task < batch.tasks and idle:
                process = idle.pop()
                batch.hand_over(task)
                process.ask(task)
                executing[process] = task
                task += 1
            elif executing:
                idle += self._await_some(batch, executing)
            else:
                batch.fail(task, "all processes of the pool have ended")
                task += 1

    # One that has ended is not fed again.
    def _await_some(self, batch: Batch, executing: dict[TaskProcess, int]) -> list[TaskProcess]:
        idle = []
        for key, _ in self._selector.select():
            process: TaskProcess = key.data
            task = executing.pop(process)
            if process.take(batch, task) is None:
                self._selector.unregister(process.connection)
                self._pool.remove(process)
            else:
                idle.append(process)
        return idle

    def helpers(self) -> Helpers:
        """What its processes have used; all of them are asked before the first one answers."""
        asked = [process for process in self._pool if process.ask(None)]
        answers = {process: process.answer() for process in asked}
        told = {process: usage for process, usage in answers.items() if isinstance(usage, Usage)}
        # What one used that has ended since was used all the same.
        self._told.update(told)
        counters = NONE
        for usage in self._told.values():
            counters = counters.and_(usage.counters)
        server = fork_server.helpers()
        memory_bytes = sum(usage.memory_bytes for usage in told.values()) + server.memory_bytes
        return Helpers(len(told) + server.processes, memory_bytes, counters)

    def facts(self) -> dict[str, object]:
        """How many processes it keeps, and how they were started."""
        return {"pool_processes": self._count, "start_method": _METHOD}

    def close(self) -> None:
        """Ends its processes."""
        self._selector.close()
        for process in self._pool:
            process.close()
