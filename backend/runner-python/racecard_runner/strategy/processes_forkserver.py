"""A `multiprocessing.Process` for each task, forked from a server that has little in memory."""

from __future__ import annotations

from racecard_runner.process import fork_server
from racecard_runner.round.strategy import Helpers, Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.strategy.processes import Processes

NEEDS = Needs(processes=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return ProcessesForkserver(setting)


class ProcessesForkserver(Processes):
    """A process for each task, forked from a server that was started before."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, "forkserver")
        fork_server.start()

    def failed_to_start(self, error: Exception) -> None:
        """Waits for the end of a server that hung up, so that the next start makes another."""
        if isinstance(error, (ConnectionError, EOFError)):
            fork_server.await_end()

    def helpers(self) -> Helpers:
        """The server."""
        return fork_server.helpers()
