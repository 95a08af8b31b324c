"""Starts processes that execute tasks."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext
from typing import Callable, cast

from racecard_runner.process import task_main
from racecard_runner.process.task_main import Work
from racecard_runner.process.task_process import TaskProcess
from racecard_runner.setting import Setting


class TaskProcesses:
    """Starts processes for one prepared workload, in one of multiprocessing's three ways."""

    def __init__(self, setting: Setting, method: str) -> None:
        # The three contexts have the same methods and no common type that says so.
        self._context = cast("ForkContext", multiprocessing.get_context(method))
        self._forks = method == "fork"
        # A forked process has the workload already; another one reads it as the runner did.
        self._work: Work = setting.workload if self._forks else setting.prepare.fields
        self._kept: list[Connection] = []

    def start_once(self, task: int) -> TaskProcess:
        """Starts a process that executes `task` and ends."""
        answers, answer = self._context.Pipe(duplex=False)
        return self._start(answers, answer, task_main.execute_once, (answer, self._work, task))

    def start(self) -> TaskProcess:
        """Starts a process that executes tasks until its pipe is closed."""
        ours, theirs = self._context.Pipe()
        self._kept.append(ours)
        # A forked process must not hold the runner's ends open, or none would see them close.
        inherited = self._kept if self._forks else []
        return self._start(ours, theirs, task_main.serve, (theirs, self._work, inherited))

    def _start(
        self,
        ours: Connection,
        theirs: Connection,
        target: Callable[..., None],
        arguments: tuple[object, ...],
    ) -> TaskProcess:
        try:
            process = self._context.Process(target=target, args=arguments, daemon=True)
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        return TaskProcess(process, ours)
