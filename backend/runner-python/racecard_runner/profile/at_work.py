"""Which threads are executing tasks, by the function that each of them is in."""

from __future__ import annotations

from types import CodeType, FrameType

_MAX_NAME_LENGTH = 200

# What the runner does around its tasks: lines, stamps, sums. Only the batch is part of a task.
_OWN = tuple(
    f"racecard_runner.{part}"
    for part in ("line.", "main", "prepared", "profile.", "round.", "session")
)
_LINES = "json"
_BATCH = "racecard_runner.round.batch"

WAITS: dict[str, tuple[str, ...]] = {
    # A thread waits for another one, for something to do, or for its end.
    "threading": ("wait", "join", "_wait_for_tstate_lock"),
    "concurrent.futures.thread": ("_worker",),
    "trio._core._thread_cache": ("_work",),
    "trio._threads": ("_send_message_to_trio",),
    # A loop waits until a socket or a timer is due.
    "selectors": ("select",),
    "trio._core._io_epoll": ("get_events",),
    "trio._core._io_kqueue": ("get_events",),
    "twisted.internet.epollreactor": ("doPoll",),
    "twisted.internet.pollreactor": ("doPoll",),
    "twisted.internet.selectreactor": ("doSelect",),
    "gevent.hub": ("run",),
    "eventlet.hubs.epolls": ("do_poll",),
    "eventlet.hubs.poll": ("do_poll", "wait"),
    "eventlet.hubs.kqueue": ("wait",),
    "eventlet.hubs.selects": ("wait",),
    # uvloop has no function of Python's: whether it waits or works for itself is not known.
    "racecard_runner.loop.asyncio_loop": ("execute",),
    # A process is waited for.
    "multiprocessing.connection": ("_recv",),
    "multiprocessing.forkserver": ("read_signed",),
    "multiprocessing.popen_fork": ("poll",),
    # A task waits itself.
    "racecard_runner.workload.sleep": ("pause",),
    "racecard_runner.http.blocking_connection": ("_open", "_read"),
}
"""Functions, by their modules, that do little else than wait inside a call of C, which has no
frame: whoever is in one of them is taken to wait."""


def function(frame: FrameType) -> str | None:
    """The name of the function in `frame`; None if that waits or is no part of a task."""
    module = str(frame.f_globals.get("__name__"))
    code = frame.f_code
    if code.co_name in WAITS.get(module, ()):
        return None
    if module.startswith(_OWN) and module != _BATCH:
        return None
    if module.partition(".")[0] == _LINES:
        return None
    return name(module, code)


def name(module: str, code: CodeType) -> str:
    """The name of a function, its module first; its class stands between from Python 3.11 on."""
    return f"{module}.{getattr(code, 'co_qualname', code.co_name)}"[:_MAX_NAME_LENGTH]
