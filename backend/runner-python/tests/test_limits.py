"""What cannot be done is refused before it is measured."""

from __future__ import annotations

from typing import Any, Callable

import asked
import pytest
from child import Child

from racecard_runner import host_limits, limits, setting, strategies
from racecard_runner.host_limits import HostLimits
from racecard_runner.line.message import Message
from racecard_runner.line.refusal import Refusal

MIB = 1 << 20
ROOMY = HostLimits(open_files=1 << 20, free_threads=1 << 20, free_memory_bytes=1 << 45)


def fetch(strategy: str, tasks: int) -> asked.Message:
    target = {"address": "127.0.0.1", "port": 1, "host": "localhost", "path": "/"}
    return asked.prepare(strategy, "fetch", {"limit_ms": 1_000}, tasks, tasks, targets=[target])


def check(host: HostLimits, prepare: asked.Message) -> None:
    needs = strategies.find(prepare["strategy"]).needs
    limits.check(setting.read(Message(prepare), needs), host)


def refused(host: HostLimits, prepare: asked.Message) -> dict[str, Any]:
    with pytest.raises(Refusal) as refusal:
        check(host, prepare)
    return refusal.value.to_message()


def test_more_downloads_than_open_files_are_refused_with_the_remedy() -> None:
    answer = refused(ROOMY._replace(open_files=1_024), fetch("threads", 4_000))

    assert answer["kind"] == "TOO_FEW_FILES"
    assert "4,000 downloads" in answer["message"]
    assert "1,024" in answer["message"]
    assert "ulimit -n 4100" in answer["remedy"]
    assert "at most 924" in answer["remedy"]


def test_sequential_downloads_need_one_file_however_many_there_are() -> None:
    check(ROOMY._replace(open_files=1_024), fetch("sequential", 4_000))


def test_waiting_needs_no_file() -> None:
    for files in (1_024, 50):
        check(ROOMY._replace(open_files=files), asked.sleep("threads", 4_000, 4_000, 1))


@pytest.mark.parametrize("strategy", asked.STARTS_PROCESSES)
def test_more_than_256_processes_are_refused(strategy: str) -> None:
    check(ROOMY, asked.sleep(strategy, 256, 256, 1))

    answer = refused(ROOMY, asked.sleep(strategy, 4_000, 257, 1))
    assert answer["kind"] == "TOO_MANY_PROCESSES"


def test_the_processes_of_a_loop_are_as_many_as_compute_and_at_most_256() -> None:
    prepare = asked.sleep("asyncio-process-pool", 4_000, 4_000, 1)
    asked_for = setting.read(Message(prepare), strategies.find("asyncio-process-pool").needs)
    limits.check(asked_for._replace(cores=256), ROOMY)

    with pytest.raises(Refusal) as refusal:
        limits.check(asked_for._replace(cores=257), ROOMY)
    assert refusal.value.to_message()["kind"] == "TOO_MANY_PROCESSES"


def test_the_processes_of_a_loop_need_memory_beside_its_tasks() -> None:
    gib = ROOMY._replace(free_memory_bytes=1100 * MIB)
    prepare = asked.sleep("asyncio-process-pool", 4_000, 4_000, 1)
    asked_for = setting.read(Message(prepare), strategies.find("asyncio-process-pool").needs)
    limits.check(asked_for._replace(cores=16), gib)

    with pytest.raises(Refusal) as refusal:
        limits.check(asked_for._replace(cores=18), gib)
    assert refusal.value.to_message()["kind"] == "NOT_ENOUGH_MEMORY"


def test_processes_that_need_over_half_of_the_free_memory_are_refused() -> None:
    gib = ROOMY._replace(free_memory_bytes=1025 * MIB)
    check(gib, asked.sleep("processes", 16, 16, 1))

    answer = refused(gib, asked.sleep("processes", 17, 17, 1))
    assert answer["kind"] == "NOT_ENOUGH_MEMORY"
    assert "17 processes at once" in answer["message"]
    assert "at most 16 in flight" in answer["remedy"]


def test_a_million_futures_need_memory_and_a_million_tasks_little() -> None:
    gib = ROOMY._replace(free_memory_bytes=1024 * MIB)
    check(gib, asked.sleep("threads", 1_000_000, 4, 1))

    answer = refused(gib, asked.sleep("thread-pool", 1_000_000, 4, 1))
    assert answer["kind"] == "NOT_ENOUGH_MEMORY"
    assert answer["remedy"] == "Measure fewer tasks or less work, or free some memory."


def test_numbers_that_need_over_half_of_the_free_memory_are_refused() -> None:
    gib = ROOMY._replace(free_memory_bytes=1024 * MIB)
    check(gib, asked.power("threads", 10, 10, exponent=200_000))

    answer = refused(gib, asked.power("threads", 10, 10, exponent=50_000_000))
    assert answer["kind"] == "NOT_ENOUGH_MEMORY"
    check(gib, asked.power("sequential", 10, 10, exponent=50_000_000))


def test_a_buffer_is_counted_once_for_each_process() -> None:
    gib = ROOMY._replace(free_memory_bytes=1024 * MIB)
    params = {"buffer_bytes": 100 * MIB, "repeats": 1}
    check(gib, asked.prepare("threads", "hash", params, 10, 10))

    answer = refused(gib, asked.prepare("processes", "hash", params, 10, 10))
    assert answer["kind"] == "NOT_ENOUGH_MEMORY"


def test_more_threads_than_the_host_allows_are_refused() -> None:
    few = ROOMY._replace(free_threads=5_000)
    check(few, asked.sleep("threads", 4_900, 4_900, 1))

    answer = refused(few, asked.sleep("threads", 100_000, 4_901, 1))
    assert answer["kind"] == "TOO_MANY_THREADS"
    assert "about 4,900" in answer["message"]


def test_a_child_with_few_files_says_so_before_it_measures(start: Callable[..., Child]) -> None:
    child = start("threads", ("sh", "-c", 'ulimit -n 300 && exec "$@"', "sh"))

    assert child.ask(fetch("threads", 1_000))["kind"] == "TOO_FEW_FILES"
    assert child.ask(fetch("threads", 200))["type"] == "ready"


def test_a_buffer_that_does_not_fit_the_memory_is_refused(start: Callable[..., Child]) -> None:
    child = start("sequential", ("sh", "-c", 'ulimit -v 500000 && exec "$@"', "sh"))
    params = {"buffer_bytes": 1 << 30, "repeats": 1}

    answer = child.ask(asked.prepare("sequential", "hash", params, 1, 1))
    assert answer["kind"] == "NOT_ENOUGH_MEMORY"


def test_a_library_that_is_missing_is_named(
    start: Callable[..., Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    del monkeypatch
    if hasattr(__import__("concurrent.futures").futures, "InterpreterPoolExecutor"):
        pytest.skip("this Python has interpreters")
    answer = start().ask(asked.sleep("interpreters", 1, 1, 1))

    assert answer["kind"] == "LIBRARY_MISSING"
    assert "needs Python 3.14" in answer["message"]
    assert answer["remedy"]


@pytest.mark.parametrize("name", ["", "Threads", "thread_pool", "../main", "os", "a" * 60_000])
def test_a_strategy_that_nobody_knows_is_refused(name: str, start: Callable[..., Child]) -> None:
    answer = start().ask(asked.sleep(name, 1, 1, 1))

    assert answer["kind"] == "UNKNOWN_STRATEGY"
    assert "thread-pool" in answer["remedy"]


def test_the_first_number_of_a_limits_line_is_its_soft_limit() -> None:
    assert host_limits.first_number("Max processes      96365   96365  processes") == 96_365
    assert host_limits.first_number("max") == host_limits.UNLIMITED


def test_a_quota_of_cores_is_rounded_up() -> None:
    assert host_limits.quota_cores("150000 100000\n") == 2
    assert host_limits.quota_cores("50000 100000\n") == 1
    assert host_limits.quota_cores("max 100000\n") == host_limits.UNLIMITED
    assert host_limits.quota_cores("") == host_limits.UNLIMITED
