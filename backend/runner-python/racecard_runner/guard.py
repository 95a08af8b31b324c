"""Ends a runner and all that it started when its standard input ends, whatever it is doing.

A single `**` keeps the interpreter's lock for seconds, so no thread of the runner could do this. A
process of its own looks at the same pipe without reading from it; the runner leads a process group,
in which all that it starts stays. Nobody counts the guard: it is no part of what is measured.
"""

from __future__ import annotations

import os
import select
import signal
import sys

# Time to answer a `bye` that came right before the end, and to end by itself.
_GRACE_MS = 100
_END_MS = 300

_alive: int | None = None


def start() -> None:
    """Starts the guard of this process, unless a person types at its standard input."""
    global _alive
    if os.isatty(0):
        return
    _lead_group()
    watched, _alive = os.pipe()
    runner = os.getpid()
    if os.fork() == 0:
        os.close(_alive)
        _watch(runner, watched)
    os.close(watched)
    # In a forked process it would keep the guard from seeing that the runner has ended.
    os.register_at_fork(after_in_child=_let_go)
    _exit_on_hang_up()


def remove_at_end(folder: str) -> None:
    """Has the guard remove `folder` when the runner ends, however it does."""
    if _alive is not None:
        os.write(_alive, os.fsencode(folder) + b"\0")


def _let_go() -> None:
    global _alive
    if _alive is not None:
        os.close(_alive)
        _alive = None


def _lead_group() -> None:
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)


def _exit_on_hang_up() -> None:
    # The system runs C's _exit(SIGHUP), an exit with status 1, without asking the interpreter.
    try:
        import ctypes

        libc = ctypes.CDLL(None)
        libc.signal.argtypes = [ctypes.c_int, ctypes.c_void_p]
        libc.signal.restype = ctypes.c_void_p
        libc.signal(signal.SIGHUP, ctypes.cast(libc._exit, ctypes.c_void_p))
    except (ImportError, OSError, AttributeError) as error:
        print(f"Racecard: without ctypes a runner ends by SIGHUP: {error}", file=sys.stderr)


def _watch(runner: int, watched: int) -> None:
    try:
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        _keep_only(0, watched)
        if not _ended(watched, also=0):
            _ = _ended(watched, _GRACE_MS) or _hang_up(watched)
        _remove_folders(watched)
    finally:
        # The guard itself is in this group as well.
        os.killpg(runner, signal.SIGKILL)
        os._exit(1)


def _hang_up(watched: int) -> bool:
    os.killpg(0, signal.SIGHUP)
    return _ended(watched, _END_MS)


def _ended(watched: int, within_ms: int | None = None, also: int = -1) -> bool:
    """Waits for the end of `watched` or `also`; whether it was that of `watched`."""
    ends = select.poll()
    ends.register(watched, 0)
    if also >= 0:
        # No events: what the runner is to read is its own affair, the end is told anyway.
        ends.register(also, 0)
    return any(descriptor == watched for descriptor, _ in ends.poll(within_ms))


def _remove_folders(watched: int) -> None:
    os.set_blocking(watched, False)
    try:
        folders = os.read(watched, 4096).split(b"\0")[:-1]
    except BlockingIOError:
        return
    import shutil

    for folder in folders:
        shutil.rmtree(os.fsdecode(folder), ignore_errors=True)


def _keep_only(*descriptors: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (1, 2):
        os.dup2(nothing, standard)
    kept = sorted({1, 2, *descriptors})
    for below, above in zip(kept, [*kept[1:], 1024]):
        os.closerange(below + 1, above)
