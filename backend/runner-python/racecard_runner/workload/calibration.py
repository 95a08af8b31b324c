"""How much computing takes a wanted time."""

from __future__ import annotations

from time import perf_counter_ns

from racecard_runner.workload.mixed import Mixed

_WARM_UP_NS = 300_000_000
_STEPS = 2_000
_TIMINGS = 9


def steps(cpu_ns: int) -> int:
    """The steps of `mixed` that take `cpu_ns` on one thread of this runtime, once warm."""
    mixed = Mixed("calibrate", 0, _STEPS)
    begin_ns = perf_counter_ns()
    task = 0
    while perf_counter_ns() - begin_ns < _WARM_UP_NS:
        mixed.compute(task)
        task += 1
    timings_ns = sorted(_timed_ns(mixed, task) for task in range(_TIMINGS))
    return round(cpu_ns * _STEPS / timings_ns[_TIMINGS // 2])


def _timed_ns(mixed: Mixed, task: int) -> int:
    start_ns = perf_counter_ns()
    mixed.compute(task)
    return perf_counter_ns() - start_ns
