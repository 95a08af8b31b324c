"""Rounds of N tasks."""

from __future__ import annotations

import threading
from time import perf_counter_ns
from typing import NamedTuple

from racecard_runner.round import counters, peak_memory, recording
from racecard_runner.round.batch import Batch
from racecard_runner.round.counters import Counters
from racecard_runner.round.recording import Recording
from racecard_runner.round.started import Started
from racecard_runner.round.strategy import Strategy
from racecard_runner.round.tape import Tape
from racecard_runner.workload.workloads import Workload


class Result(NamedTuple):
    """What a round gave and cost; see docs/PROTOCOL.md, "rounded"."""

    started_ns: int
    wall_ns: int
    """Of all repeats together."""
    checksum: int
    errors: int
    first_error: str | None
    counters: Counters
    memory_bytes: int | None
    threads: int
    threads_started: int
    virtual_threads: int
    processes: int
    processes_started: int
    recording: Recording | None


class Round:
    """Executes rounds of N tasks and measures each of them."""

    def __init__(self, workload: Workload, strategy: Strategy, tasks: int) -> None:
        self._tape = Tape()
        self._workload = workload
        self._strategy = strategy
        self._tasks = tasks

    def execute(self, repeats: int, record: bool) -> Result:
        """Executes the tasks `repeats` times; records each task's times if `record`."""
        self._tape.rewind(self._tasks * repeats, self._tasks * self._workload.laps, record)
        started = Started()
        batch = Batch(self._tape, self._workload, started, self._tasks)
        repeat_ns: list[int] = []
        helpers_before = self._strategy.helpers()
        threads_before = threading.active_count()
        peak_memory.reset()
        before = counters.read()

        for repeat in range(repeats):
            batch.repeat(repeat)
            repeat_ns.append(perf_counter_ns())
            self._strategy.execute(batch)
        end_ns = perf_counter_ns()

        used = counters.read().since(before)
        memory_bytes = peak_memory.own_bytes()
        threads = threading.active_count()
        helpers = self._strategy.helpers()
        used = used.and_(started.counters).and_(helpers.counters.since(helpers_before.counters))
        return Result(
            started_ns=repeat_ns[0],
            wall_ns=end_ns - repeat_ns[0],
            checksum=self._tape.checksum(self._tasks),
            errors=self._tape.errors(),
            first_error=self._tape.first_error,
            counters=used,
            memory_bytes=_sum(memory_bytes, started.memory_bytes(), helpers.memory_bytes),
            threads=max(threads_before, threads, started.most_threads),
            threads_started=started.threads + max(0, threads - threads_before),
            virtual_threads=started.virtual_threads,
            processes=1 + helpers.processes + started.most_alive,
            processes_started=started.processes,
            recording=recording.of(self._tape, repeat_ns, self._tasks) if record else None,
        )


def _sum(*parts: int | None) -> int | None:
    return None if None in parts else sum(part for part in parts if part is not None)
