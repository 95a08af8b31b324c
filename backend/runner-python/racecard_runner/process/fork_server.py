"""The process from which multiprocessing forks others."""

from __future__ import annotations

import os
import time
from multiprocessing import forkserver, resource_tracker, util

from racecard_runner import guard
from racecard_runner.round import peak_memory
from racecard_runner.round.strategy import Helpers

_END_LIMIT_S = 0.5
_LOOK_S = 0.005


def start() -> None:
    """Starts it and the tracker that multiprocessing keeps beside it, so that no round has to."""
    forkserver.ensure_running()
    # Its socket's folder, which multiprocessing would only remove at an exit in due form.
    guard.remove_at_end(util.get_temp_dir())


def await_end() -> None:
    """Waits up to half a second for the end of a server that hung up.

    Its socket is closed before its end can be seen, and until then multiprocessing takes it for
    alive: every start would fail.
    """
    pid = getattr(getattr(forkserver, "_forkserver", None), "_forkserver_pid", None)
    deadline = time.monotonic() + _END_LIMIT_S
    while pid is not None and time.monotonic() < deadline and not _ended(pid):
        time.sleep(_LOOK_S)


def _ended(pid: int) -> bool:
    try:
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True


def helpers() -> Helpers:
    """The server and its tracker; what they use is little, and nobody tells it."""
    server = getattr(forkserver, "_forkserver", None)
    tracker = getattr(resource_tracker, "_resource_tracker", None)
    pids = [getattr(server, "_forkserver_pid", None), getattr(tracker, "_pid", None)]
    peaks = [peak_memory.of_process(pid) or 0 for pid in pids if pid is not None]
    return Helpers(len(peaks), sum(peaks))
