"""A coroutine for each task on asyncio's own loop."""

from __future__ import annotations

import asyncio

from racecard_runner.loop import thread_executor
from racecard_runner.loop.asyncio_loop import AsyncioLoop
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(executor=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return AsyncioLoop(setting, asyncio.new_event_loop(), thread_executor.start(setting))
