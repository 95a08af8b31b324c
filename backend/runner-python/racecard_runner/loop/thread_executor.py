"""The threads that a loop hands its CPU work to."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from racecard_runner.setting import Setting
from racecard_runner.strategy.thread_pool import start_all


def start(setting: Setting) -> ThreadPoolExecutor:
    """A pool of as many threads as can compute at once, all of them started."""
    pool = ThreadPoolExecutor(setting.executor_size)
    start_all(pool, setting.executor_size)
    return pool
