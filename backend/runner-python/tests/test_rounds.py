"""What a round measures and keeps."""

from __future__ import annotations

from array import array
from typing import Callable

import pytest
from contract import table

from racecard_runner.round import histogram
from racecard_runner.round.batch import Batch
from racecard_runner.round.histogram import Histogram
from racecard_runner.round.recording import Recording
from racecard_runner.round.recordings import Recordings
from racecard_runner.round.round import Round
from racecard_runner.round.started import Started
from racecard_runner.round.strategy import Strategy
from racecard_runner.strategy.sequential import Sequential
from racecard_runner.workload.computation import Computation
from racecard_runner.workload.hash import Hash
from racecard_runner.workload.power import Power
from racecard_runner.workload.sleep import Sleep


class Raising(Computation):
    """A task that raises."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def compute(self, task: int) -> int:
        if task == 1:
            raise self._error
        return 7


class Scripted(Strategy):
    """A strategy that does with a batch what the test says."""

    def __init__(self, script: Callable[[Batch], None]) -> None:
        self._script = script

    def execute(self, batch: Batch) -> None:
        self._script(batch)


def test_a_repeated_round_adds_up_its_repeats() -> None:
    power = Round(Power(7, 5), Sequential(), 1)

    assert power.execute(1, True).checksum == 16_807
    assert power.execute(3, True).checksum == 3 * 16_807


def test_a_round_is_as_long_as_its_tasks() -> None:
    result = Round(Sleep(5_000), Sequential(), 4).execute(2, True)

    recording = result.recording
    assert recording is not None
    assert result.wall_ns >= 8 * 5_000_000
    assert recording.service.count == 8
    assert (recording.service.least_ns or 0) >= 5_000_000
    longest = recording.submission.most_ns or 0
    assert 4 * 5_000_000 <= longest <= result.wall_ns - 4 * 5_000_000


def test_the_timeline_is_that_of_the_last_repeat() -> None:
    recording = Round(Sleep(2_000), Sequential(), 3).execute(5, True).recording

    assert recording is not None
    assert recording.tasks == 3
    assert 0 <= recording.rows(0, 1)[0][0] <= 4 * 2_000_000
    assert len(recording.rows(2, 500)) == 1


def test_nothing_is_recorded_unasked() -> None:
    sleeping = Round(Sleep(0), Sequential(), 3)
    sleeping.execute(2, True)
    result = sleeping.execute(1, False)

    assert result.recording is None
    assert result.checksum == 0


def test_failed_tasks_have_no_latency() -> None:
    def failing(batch: Batch) -> None:
        batch.execute(0)
        batch.begin(1)
        batch.fail(1, "on purpose")

    result = Round(Sleep(10), Scripted(failing), 2).execute(1, True)

    assert (result.errors, result.first_error, result.checksum) == (1, "on purpose", 10)
    assert result.recording is not None
    assert result.recording.service.count == 1


@pytest.mark.parametrize(
    "error",
    [
        ValueError("on purpose"),
        MemoryError(),
        RecursionError("too deep"),
        SystemExit(3),
        KeyboardInterrupt(),
        GeneratorExit(),
        BaseException("anything"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_task_raises_fails_it_alone(error: BaseException) -> None:
    result = Round(Raising(error), Sequential(), 3).execute(1, True)

    assert result.errors == 1
    assert result.checksum == 7 + 3 * 7
    assert str(result.first_error).startswith(type(error).__name__)


def test_a_very_long_error_is_cut() -> None:
    long = Scripted(lambda batch: batch.fail(0, "x" * 100_000))
    result = Round(Sleep(0), long, 1).execute(1, False)

    assert len(result.first_error or "") == 500


def test_what_never_happened_is_minus_one_also_after_a_round_in_which_it_did() -> None:
    happens = [True]

    def some(batch: Batch) -> None:
        if happens[0]:
            batch.execute(0)
        else:
            batch.fail(0, "on purpose")

    sleeping = Round(Sleep(0), Scripted(some), 1)
    sleeping.execute(1, True)
    happens[0] = False
    recording = sleeping.execute(1, True).recording

    assert recording is not None
    handed, start, end = recording.rows(0, 1)[0]
    assert (handed, start) == (-1, -1)
    assert end >= 0


def test_the_processor_time_of_computing_is_counted() -> None:
    result = Round(Hash("n", 1 << 20, 20), Sequential(), 4).execute(1, True)

    assert result.counters.cpu_ns > result.wall_ns / 10
    assert result.memory_bytes is not None
    assert result.memory_bytes > 1 << 20
    assert result.processes == 1


def test_collections_are_counted_and_timed() -> None:
    import gc

    def collecting(batch: Batch) -> None:
        gc.collect()
        gc.collect()
        batch.execute(0)

    counters = Round(Sleep(0), Scripted(collecting), 1).execute(1, False).counters

    if not hasattr(gc, "callbacks"):
        assert (counters.gc_count, counters.gc_ns) == (None, None)
        return
    assert (counters.gc_count or 0) >= 2
    assert 0 < (counters.gc_ns or 0) < 10_000_000_000


def test_the_oldest_timelines_give_way() -> None:
    def of_bytes(size: int) -> Recording:
        return Recording(array("q", bytes(size)), 4, Histogram(), Histogram())

    recordings = Recordings()
    for number in range(10):
        recordings.keep(number, of_bytes(8 << 20))

    assert recordings.find(1) is None
    assert recordings.find(2) is not None
    assert recordings.find(9) is not None
    recordings.keep(10, of_bytes(80 << 20))
    assert recordings.find(9) is None
    assert recordings.find(10) is None


def test_memory_of_processes_is_that_of_those_alive_at_once() -> None:
    started = Started()
    started.process_begins()
    started.process_begins()
    started.process_ended(10)
    started.process_begins()
    started.process_ended(30)
    started.process_ended(20)

    assert (started.processes, started.most_alive, started.memory_bytes()) == (3, 2, 50)


@pytest.mark.parametrize("row", table("buckets"), ids=lambda row: row["value"])
def test_a_duration_is_counted_in_its_bucket(row: dict[str, str]) -> None:
    assert histogram.index(int(row["value"])) == int(row["index"])


def test_histograms_are_merged() -> None:
    first, second, merged = Histogram(), Histogram(), Histogram()
    for ns in (5, 300):
        first.add(ns)
    second.add(300)
    second.add(-1)
    merged.add_all(first)
    merged.add_all(second)
    merged.add_all(Histogram())

    assert merged.buckets() == [(0, 1), (5, 1), (histogram.index(300), 2)]
    assert (merged.count, merged.least_ns, merged.most_ns) == (4, 0, 300)
