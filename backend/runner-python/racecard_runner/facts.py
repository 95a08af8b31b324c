"""What a person should know about this runtime."""

from __future__ import annotations

import os
import sys
import sysconfig
import threading

from racecard_runner import host_limits
from racecard_runner.round.strategy import Strategy


def runtime() -> str:
    """The runtime's name, as in `cpython-3.11`, `cpython-3.14t` or `pypy-3.9`."""
    free_threaded = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    major, minor = sys.version_info[:2]
    return f"{sys.implementation.name}-{major}.{minor}{free_threaded}"


def hello(protocol: int) -> dict[str, object]:
    """The first message of a runner."""
    return {
        "type": "hello",
        "protocol": protocol,
        "runtime": runtime(),
        "version": ".".join(map(str, sys.version_info[:3])),
        "pid": os.getpid(),
        "facts": {
            # Build, compiler and, of PyPy, its own version, which the interpreter writes in lines.
            "build": " ".join(sys.version.split()),
            "gil": gil(),
            "switch_interval_ms": sys.getswitchinterval() * 1e3,
            "cores": host_limits.usable_cores(),
        },
    }


def gil() -> str:
    """Whether the interpreter's lock is on now: a free-threaded build can turn it on again."""
    enabled = getattr(sys, "_is_gil_enabled", None)
    return "on" if enabled is None or enabled() else "off"


def of(strategy: Strategy) -> dict[str, object]:
    """What is so once `strategy` is prepared."""
    return {
        "gil": gil(),
        "thread_stack_bytes": threading.stack_size(),
        "file_limit": host_limits.open_files(),
        "flags": " ".join(_flags()),
        **strategy.facts(),
    }


def _flags() -> list[str]:
    # What stands between the interpreter and the program; 3.9 does not keep it.
    words: list[str] = getattr(sys, "orig_argv", sys.argv)[1:]
    return words[: words.index(sys.argv[0])] if sys.argv[0] in words else []
