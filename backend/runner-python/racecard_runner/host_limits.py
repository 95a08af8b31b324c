"""What the host allows this process."""

from __future__ import annotations

import os
import resource
from typing import NamedTuple

UNLIMITED = 2**63 - 1
_CGROUP = "/sys/fs/cgroup"
# A thread's stack takes two maps: itself and its guard.
_MAPS_A_THREAD = 2


class HostLimits(NamedTuple):
    """What the host allows this process; where a file is missing there is no limit we know."""

    open_files: int
    """How many files it may have open."""
    free_threads: int
    """How many more threads may be started."""
    free_memory_bytes: int
    """What could be used without swapping."""


def read() -> HostLimits:
    """Reads them from the system, /proc and the control group."""
    return HostLimits(open_files(), _free_threads(), _free_memory_bytes())


def open_files() -> int:
    """How many files this process may have open."""
    return _limit(resource.RLIMIT_NOFILE)


def usable_cores() -> int:
    """The cores that this process may use, by its affinity and its control group's quota."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        # Neither macOS nor PyPy there has affinities.
        cores = os.cpu_count() or 1
    return max(1, min(cores, quota_cores(_text(f"{_CGROUP}/cpu.max"))))


def quota_cores(cpu_max: str) -> int:
    """The cores that a control group's `cpu.max` comes to, a begun one counted whole."""
    quota, _, period = cpu_max.strip().partition(" ")
    if quota.isdigit() and period.isdigit() and int(period) > 0:
        return -(-int(quota) // int(period))
    return UNLIMITED


def _free_threads() -> int:
    most = min(
        _number("/proc/sys/kernel/threads-max"),
        _number("/proc/sys/kernel/pid_max"),
        _limit(getattr(resource, "RLIMIT_NPROC", None)),
    )
    free = most - _threads_now() if most < UNLIMITED else most
    maps = _number("/proc/sys/vm/max_map_count") // _MAPS_A_THREAD
    return min(free, maps, _number(f"{_CGROUP}/pids.max"))


def _free_memory_bytes() -> int:
    free = UNLIMITED
    for line in _text("/proc/meminfo").splitlines():
        if line.startswith("MemAvailable:"):
            free = first_number(line) * 1024
    limit = _number(f"{_CGROUP}/memory.max")
    used = _number(f"{_CGROUP}/memory.current")
    return free if limit == UNLIMITED else min(free, limit - used)


# The fourth field of /proc/loadavg: running and existing threads of the whole host.
def _threads_now() -> int:
    _, slash, rest = _text("/proc/loadavg").partition("/")
    return first_number(rest) if slash else 0


def _limit(resource_number: int | None) -> int:
    if resource_number is None:
        return UNLIMITED
    soft = resource.getrlimit(resource_number)[0]
    return UNLIMITED if soft == resource.RLIM_INFINITY else soft


def _number(file: str) -> int:
    return first_number(_text(file))


def first_number(text: str) -> int:
    """The first run of digits in `text`; UNLIMITED where there is none (`max`)."""
    begin = next((at for at, letter in enumerate(text) if letter.isdigit()), len(text))
    end = begin
    while end < len(text) and text[end].isdigit():
        end += 1
    return min(int(text[begin:end]), UNLIMITED) if begin < end else UNLIMITED


def _text(file: str) -> str:
    try:
        with open(file, encoding="ascii", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""
