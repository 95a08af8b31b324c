"""asyncio on the loop of libuv."""

from __future__ import annotations

import uvloop

from racecard_runner.loop import thread_executor
from racecard_runner.loop.asyncio_loop import AsyncioLoop
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting

NEEDS = Needs(executor=True)


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    threads = thread_executor.start(setting)
    return AsyncioLoop(setting, uvloop.new_event_loop(), threads, ("uvloop",))
