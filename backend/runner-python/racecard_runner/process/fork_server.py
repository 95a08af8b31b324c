"""The process from which multiprocessing forks others."""

from __future__ import annotations

from multiprocessing import forkserver, resource_tracker, util

from racecard_runner import guard
from racecard_runner.round import peak_memory
from racecard_runner.round.strategy import Helpers


def start() -> None:
    """Starts it and the tracker that multiprocessing keeps beside it, so that no round has to."""
    forkserver.ensure_running()
    # Its socket's folder, which multiprocessing would only remove at an exit in due form.
    guard.remove_at_end(util.get_temp_dir())


def helpers() -> Helpers:
    """The server and its tracker; what they use is little, and nobody tells it."""
    server = getattr(forkserver, "_forkserver", None)
    tracker = getattr(resource_tracker, "_resource_tracker", None)
    pids = [getattr(server, "_forkserver_pid", None), getattr(tracker, "_pid", None)]
    peaks = [peak_memory.of_process(pid) or 0 for pid in pids if pid is not None]
    return Helpers(len(peaks), sum(peaks))
