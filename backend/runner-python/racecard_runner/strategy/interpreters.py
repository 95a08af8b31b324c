"""A fixed number of interpreters in one process, each with a lock of its own."""

from __future__ import annotations

import sys
from concurrent import futures
from pathlib import Path
from typing import TYPE_CHECKING, Any

import racecard_runner
from racecard_runner.line.refusal import Refusal
from racecard_runner.process import task_main
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from racecard_runner.process.task_main import Done

_POOL: Any = getattr(futures, "InterpreterPoolExecutor", None)
if _POOL is None:
    raise Refusal(
        "LIBRARY_MISSING",
        "`interpreters` needs Python 3.14 with concurrent.futures.InterpreterPoolExecutor, and this"
        f" is {sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}.",
        "Measure it with Python 3.14 or later, or measure without this contender.",
    )

NEEDS = Needs(executor=True, threads=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Interpreters(setting, setting.effective_in_flight)


class Interpreters(Strategy):
    """The standard library's pool, its interpreters started before."""

    def __init__(self, setting: Setting, count: int) -> None:
        self._count = count
        self._pool: Executor = _POOL(count, initializer=exec, initargs=(_beginning(setting),))
        # An interpreter takes far longer to begin than all of these to be submitted.
        for begun in [self._pool.submit(task_main.begun) for _ in range(count)]:
            begun.result()

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        submitted: list[Future[Done]] = []
        for task in range(batch.tasks):
            batch.hand_over(task)
            submitted.append(self._pool.submit(task_main.execute_here, task))
        for task, future in enumerate(submitted):
            try:
                task_main.take(batch, task, future.result())
            except Exception as error:
                # The pool's own: what a task raises is told in what it gives.
                batch.fail(task, error)

    def facts(self) -> dict[str, object]:
        """How many interpreters it keeps."""
        return {"pool_interpreters": self._count}

    def close(self) -> None:
        """Ends its interpreters."""
        self._pool.shutdown(wait=False)


# A new interpreter does not have the path to the runner's package, so a text must bring it.
def _beginning(setting: Setting) -> str:
    folder = str(Path(racecard_runner.__file__).parent.parent)
    return (
        f"import sys; sys.path.insert(0, {folder!r});"
        " from racecard_runner.process import task_main;"
        f" task_main.prepare_here({setting.prepare.fields!r})"
    )
