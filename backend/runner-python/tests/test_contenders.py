"""What contenders on libraries compute, and that each of them is what it is called."""

from __future__ import annotations

import os
import signal
from typing import Any, Callable

import asked
import pytest
from child import Child, until
from contenders import AT_ONCE, CONTENDERS, GREEN, ON_LOOPS
from contract import table
from origin import Origin
from timeline import most_at_once, timeline

Start = Callable[..., Child]

# Of each workload the one with several tasks and repeats or odd sizes.
VECTORS = [vector for vector in table("vectors") if vector["tasks"] > 4]
PROMISED_S = 1.0


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_every_contender_gives_the_right_checksums(
    strategy: str, start: Start, origin: Origin
) -> None:
    for vector in VECTORS:
        params = {**vector["params"], "limit_ms": 10_000}
        origin.configure(nonce=vector["nonce"], body_bytes=params.get("body_bytes", 0))
        prepare = asked.prepare(strategy, vector["workload"], params, vector["tasks"], 4)
        if vector["workload"] == "fetch":
            prepare["origin"] = {"addresses": origin.addresses}
        child = start(strategy)
        assert child.ask({**prepare, "nonce": vector["nonce"]})["type"] == "ready"
        rounded = child.ask(asked.round_(1, vector["repeats"]))
        child.close()

        assert rounded["first_error"] is None, vector
        assert rounded["checksum"] == vector["checksum"], vector


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_each_task_has_one_connection_and_closes_it(
    strategy: str, start: Start, origin: Origin
) -> None:
    origin.configure(delay_ms=2)
    child = start(strategy)
    child.ask(asked.fetch(strategy, 6, 3, 4, origin.addresses))
    rounded = child.ask(asked.round_(1, repeats=2))

    stats = origin.stats()
    assert (stats["requests"], stats["connections"]) == (48, 12)
    assert until(lambda: origin.stats()["open_connections"] == 0, 10)
    for handed, began, ended, *laps in timeline(child, 1):
        in_order = [0, handed, began, *laps, ended, rounded["wall_ns"]]
        assert sorted(in_order) == in_order


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_the_end_of_stdin_within_a_round_ends_a_contender(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 3, 3, 60_000_000))
    child.send(asked.round_(1))
    child.close_stdin()

    assert child.status(PROMISED_S) == 1
    assert until(lambda: not child.family(), PROMISED_S)


@pytest.mark.parametrize("strategy", AT_ONCE)
def test_as_many_tasks_as_are_allowed_wait_at_once_and_none_too_short(
    strategy: str, start: Start
) -> None:
    child = start(strategy)
    ready = child.ask(asked.sleep(strategy, 12, 3, 40_600))
    child.ask(asked.round_(1))
    rows = timeline(child, 1)

    assert ready["effective_in_flight"] == 3
    assert most_at_once(rows) == 3
    assert min(ended - began for _, began, ended, *_ in rows) >= 40_600_000


@pytest.mark.parametrize("strategy", ON_LOOPS)
def test_a_loop_computes_in_no_more_workers_than_there_are_cores(
    strategy: str, start: Start
) -> None:
    cores = len(os.sched_getaffinity(0))
    child = start(strategy)
    ready = child.ask(asked.power(strategy, cores + 3, cores + 3, exponent=20_000))
    child.ask(asked.round_(1))

    assert ready["effective_in_flight"] == cores
    assert most_at_once(timeline(child, 1)) <= cores


@pytest.mark.parametrize("strategy", GREEN)
def test_green_threads_are_counted_and_no_system_thread_is_started(
    strategy: str, start: Start
) -> None:
    rounded = second_round(start, asked.sleep(strategy, 20, 5, 5_000))

    assert (rounded["virtual_threads"], rounded["threads_started"]) == (20, 0)


def test_blocking_inside_the_loop_makes_all_others_wait(start: Start) -> None:
    child = start("asyncio-blocking")
    ready = child.ask(asked.sleep("asyncio-blocking", 5, 5, 10_000))
    rounded = child.ask(asked.round_(1))

    assert ready["effective_in_flight"] == 1
    assert most_at_once(timeline(child, 1)) == 1
    assert rounded["wall_ns"] >= 50_000_000


def test_processes_compute_for_asyncio(start: Start) -> None:
    params = {"buffer_bytes": 1 << 20, "repeats": 100}
    prepare = asked.prepare("asyncio-process-pool", "hash", params, 2, 1)
    rounded = second_round(start, prepare)

    assert (rounded["processes"], rounded["processes_started"]) == (2, 0)
    assert rounded["cpu_ns"] > rounded["wall_ns"] / 4


def test_all_processes_of_a_loop_are_there_before_a_round(start: Start) -> None:
    cores = len(os.sched_getaffinity(0))
    child = start("asyncio-process-pool")
    child.ask(asked.power("asyncio-process-pool", 2 * cores, 2 * cores))
    before = child.family()
    for number in range(3):
        rounded = child.ask(asked.round_(number))
        assert (rounded["processes"], rounded["processes_started"]) == (1 + cores, 0)
        assert child.family() == before


def test_a_loop_whose_processes_are_killed_fails_its_tasks(start: Start) -> None:
    child = start("asyncio-process-pool")
    alone = set(child.family())
    child.ask(asked.power("asyncio-process-pool", 2, 2, exponent=60_000_000))
    child.send(asked.round_(1))
    for pid in set(child.family()) - alone:
        os.kill(pid, signal.SIGKILL)

    assert child.answer()["errors"] == 2
    rounded = child.ask(asked.round_(2))
    assert (rounded["errors"], rounded["cpu_ns"] >= 0) == (2, True)
    assert rounded["processes"] == 1


def second_round(start: Start, prepare: dict[str, Any]) -> dict[str, Any]:
    child = start(prepare["strategy"])
    assert child.ask(prepare)["type"] == "ready"
    child.ask(asked.round_(1))
    return child.ask(asked.round_(2))
