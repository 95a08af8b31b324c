"""Processes that execute tasks, seen from the runner."""

from __future__ import annotations

from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from racecard_runner.process.task_main import READY, Done, take
from racecard_runner.round.batch import Batch

# A pipe breaks a moment before its process is known to have ended.
_EXIT_S = 0.5
_CLOSE_S = 1.0


class TaskProcess:
    """A process that executes tasks, and the runner's end of its pipe."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection

    def ask(self, task: int | None) -> bool:
        """Sends a task, or None for what it has used; whether anybody is there to read it."""
        try:
            self.connection.send(task)
        except OSError:
            return False
        return True

    def answer(self) -> object:
        """What it answers, waiting for that; None if it ended before."""
        try:
            answer: object = self.connection.recv()
            return answer
        except (EOFError, OSError):
            return None

    def await_ready(self) -> None:
        """Waits until it can execute tasks; raises OSError if it ends before."""
        if self.answer() != READY:
            raise OSError(f"a process ended before it was ready{self._status()}")

    def take(self, batch: Batch, task: int) -> Done | None:
        """Notes what became of `task`, waiting for that; None if the process ended instead."""
        done = self.answer()
        if not isinstance(done, Done):
            batch.fail(task, f"a process ended before it answered{self._status()}")
            return None
        take(batch, task, done)
        return done

    def ended(self) -> None:
        """Gives up what is kept of a process that is ending."""
        self.process.join()
        self.process.close()
        self.connection.close()

    def close(self) -> None:
        """Ends it by force, if it has not ended."""
        self.connection.close()
        self.process.kill()
        self.process.join(_CLOSE_S)

    def _status(self) -> str:
        self.process.join(_EXIT_S)
        status = self.process.exitcode
        if status is None:
            return ""
        return f" (signal {-status})" if status < 0 else f" (exit status {status})"
