"""A `multiprocessing.Process` for each task, a fresh interpreter each."""

from __future__ import annotations

from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.strategy.processes import Processes

NEEDS = Needs(processes=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Processes(setting, "spawn")
