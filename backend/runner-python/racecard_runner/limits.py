"""Refuses before measuring what would break down within it."""

from __future__ import annotations

import sys
from typing import NoReturn

from racecard_runner.host_limits import HostLimits
from racecard_runner.line.refusal import Refusal
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.hash import Hash
from racecard_runner.workload.power import Power

_FILES_OF_THE_RUNNER = 100
# Its pipe, the pipe by whose end its own end is known, and one more where a server forks it.
_FILES_A_PROCESS = 3
_MAX_PROCESSES = 256
_THREADS_OF_THE_RUNNER = 100
_MIB = 1 << 20
_BYTES_A_THREAD = _MIB // 8
_BYTES_A_PROCESS = (96 if sys.implementation.name == "pypy" else 32) * _MIB
# Value and time stamps; and a future with what an executor keeps beside it until it is done.
_BYTES_A_TASK = 256
_BYTES_A_FUTURE = 2_048
# A power and what multiplying its halves keeps meanwhile.
_NUMBERS_A_POWER = 6


def check(setting: Setting, host: HostLimits) -> None:
    """Raises Refusal, with the remedy, if this host cannot do what `setting` asks for."""
    if setting.needs.threads:
        _check_threads(setting.effective_in_flight, host)
    _check_processes(setting.processes)
    _check_memory(setting, host)
    _check_files(setting, host)


def _check_files(setting: Setting, host: HostLimits) -> None:
    processes = setting.needs.processes
    each = _FILES_A_PROCESS if processes else int(isinstance(setting.workload, Fetch))
    at_once = setting.effective_in_flight
    kept = _FILES_OF_THE_RUNNER + (0 if processes else _FILES_A_PROCESS * setting.processes)
    needed = each * at_once + kept
    if each and needed > host.open_files:
        most = max(1, (host.open_files - kept) // each)
        raise Refusal(
            "TOO_FEW_FILES",
            f"{at_once:,} {'processes' if processes else 'downloads'} at once need about"
            f" {needed:,} open files, and this process may open {host.open_files:,}.",
            f"Start Racecard after `ulimit -n {needed}` (systemd: LimitNOFILE={needed}), or"
            f" measure at most {most:,} in flight.",
        )


def _check_threads(at_once: int, host: HostLimits) -> None:
    free = host.free_threads - _THREADS_OF_THE_RUNNER
    if at_once > free:
        raise Refusal(
            "TOO_MANY_THREADS",
            f"{at_once:,} threads at once were asked for, and this host's limits (threads-max,"
            f" pid_max, max_map_count, ulimit -u) leave room for about {max(0, free):,}.",
            "Measure fewer in flight, or raise kernel.pid_max, vm.max_map_count and ulimit -u.",
        )


def _check_processes(at_once: int) -> None:
    if at_once > _MAX_PROCESSES:
        raise Refusal(
            "TOO_MANY_PROCESSES",
            f"{at_once:,} processes at once were asked for, and more than {_MAX_PROCESSES} are not"
            " started.",
            f"Measure at most {_MAX_PROCESSES} in flight, or without this contender.",
        )


def _check_memory(setting: Setting, host: HostLimits) -> None:
    half = host.free_memory_bytes // 2
    each = _bytes_each(setting)
    kept = _bytes_kept(setting)
    if setting.effective_in_flight * each + kept > half:
        _refuse_memory(setting, each, kept, half)


def _refuse_memory(setting: Setting, each: int, kept: int, half: int) -> NoReturn:
    needs = setting.needs
    at_once = setting.effective_in_flight
    what = "processes" if setting.processes == at_once else "threads" if needs.threads else "tasks"
    # Where even one does not fit, only less work helps.
    most = (half - kept) // each if each else 0
    less = f"at most {most:,} in flight" if most > 0 else "fewer tasks or less work"
    raise Refusal(
        "NOT_ENOUGH_MEMORY",
        f"{setting.tasks:,} tasks, {at_once:,} {what} at once, need about"
        f" {(at_once * each + kept) // _MIB:,} MiB, more than half of the free memory"
        f" ({2 * half // _MIB:,} MiB).",
        f"Measure {less}, or free some memory.",
    )


def _bytes_each(setting: Setting) -> int:
    needs = setting.needs
    each = _BYTES_A_PROCESS if needs.processes else _BYTES_A_THREAD if needs.threads else 0
    workload = setting.workload
    if isinstance(workload, Power):
        each += _NUMBERS_A_POWER * workload.bits() // 8
    elif isinstance(workload, Hash) and setting.processes:
        each += workload.buffer_bytes()
    return each


# An executor's processes are as many as cores, however many tasks wait beside them.
def _bytes_kept(setting: Setting) -> int:
    needs = setting.needs
    tasks = setting.tasks * (_BYTES_A_FUTURE if needs.executor else _BYTES_A_TASK)
    return tasks + (setting.processes * _BYTES_A_PROCESS if needs.executor_processes else 0)
