"""What each strategy computes and what makes it what it is."""

from __future__ import annotations

import os
from typing import Any, Callable

import asked
import pytest
from asked import POOLS, STARTS_PROCESSES, STRATEGIES
from child import Child, until
from contract import table
from origin import Origin
from timeline import most_at_once, timeline

Start = Callable[..., Child]
PER_TASK = [strategy for strategy in STARTS_PROCESSES if strategy not in POOLS]


def name_of(value: Any) -> str:
    return str(value) if isinstance(value, str) else f"{value['workload']}-{value['nonce']}"


@pytest.mark.parametrize("vector", table("vectors"), ids=name_of)
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_strategy_gives_the_right_checksum(
    strategy: str, vector: dict[str, Any], start: Start, origin: Origin
) -> None:
    params = {**vector["params"], "limit_ms": 10_000}
    origin.configure(nonce=vector["nonce"], body_bytes=params.get("body_bytes", 0))
    prepare = asked.prepare(strategy, vector["workload"], params, vector["tasks"], 4)
    if vector["workload"] == "fetch":
        prepare["origin"] = {"addresses": origin.addresses}

    child = start(strategy)
    assert child.ask({**prepare, "nonce": vector["nonce"]})["type"] == "ready"
    rounded = child.ask(asked.round_(1, vector["repeats"]))

    assert rounded["first_error"] is None
    assert rounded["checksum"] == vector["checksum"]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_never_more_tasks_execute_at_once_than_are_allowed(strategy: str, start: Start) -> None:
    child = start(strategy)
    ready = child.ask(asked.sleep(strategy, 12, 3, 20_000))
    child.ask(asked.round_(1))

    effective = 1 if strategy == "sequential" else 3
    assert ready["effective_in_flight"] == effective
    assert 1 <= most_at_once(timeline(child, 1)) <= effective


@pytest.mark.parametrize("strategy", ["threads", "thread-pool", "processes", "process-pool"])
def test_as_many_tasks_wait_at_once_as_are_allowed(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 6, 3, 300_000))
    child.ask(asked.round_(1))

    assert most_at_once(timeline(child, 1)) == 3


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_task_is_handed_over_before_it_starts_and_starts_before_it_ends(
    strategy: str, start: Start, origin: Origin
) -> None:
    origin.configure(delay_ms=2)
    child = start(strategy)
    child.ask(asked.fetch(strategy, 6, 3, 3, origin.addresses))
    rounded = child.ask(asked.round_(1, repeats=2))

    rows = timeline(child, 1)
    assert len(rows) == 6
    for handed, began, ended, *laps in rows:
        in_order = [0, handed, began, *laps, ended, rounded["wall_ns"]]
        assert len(laps) == 3
        assert all(earlier <= later for earlier, later in zip(in_order, in_order[1:])), in_order


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_each_task_downloads_over_one_connection_of_its_own(
    strategy: str, start: Start, origin: Origin
) -> None:
    origin.configure()
    child = start(strategy)
    child.ask(asked.fetch(strategy, 6, 3, 4, origin.addresses))
    child.ask(asked.round_(1))

    stats = origin.stats()
    assert (stats["requests"], stats["connections"]) == (24, 6)
    assert until(lambda: origin.stats()["open_connections"] == 0, 10)


def test_threads_starts_a_thread_for_each_task(start: Start) -> None:
    rounded = second_round(start, asked.sleep("threads", 20, 5, 30_000))

    assert rounded["threads_started"] == 20
    # One that has ended its task may be a moment longer alive than its permit.
    assert 6 <= rounded["threads"] <= 11


def test_a_thread_pool_starts_no_thread_within_a_round(start: Start) -> None:
    rounded = second_round(start, asked.sleep("thread-pool", 20, 5, 1_000))

    assert rounded["threads_started"] == 0
    assert rounded["threads"] == 6


def test_sequential_is_one_thread_in_one_process(start: Start) -> None:
    rounded = second_round(start, asked.sleep("sequential", 5, 5, 1_000))

    assert (rounded["threads"], rounded["processes"]) == (1, 1)


@pytest.mark.parametrize("strategy", PER_TASK)
def test_processes_starts_a_process_for_each_task(strategy: str, start: Start) -> None:
    rounded = second_round(start, asked.sleep(strategy, 5, 2, 1_000))

    servers = 2 if strategy == "processes-forkserver" else 0
    assert rounded["processes_started"] == 5
    assert rounded["processes"] == 1 + 2 + servers


@pytest.mark.parametrize("strategy", STARTS_PROCESSES)
def test_the_facts_say_how_processes_are_started(strategy: str, start: Start) -> None:
    child = start(strategy)
    facts = child.ask(asked.sleep(strategy, 2, 2, 0))["facts"]

    of_pool = (
        "fork" if tuple(map(int, child.hello["version"].split("."))) < (3, 14) else "forkserver"
    )
    methods = {"processes": "fork", "process-pool": of_pool}
    assert facts["start_method"] == methods.get(strategy, strategy.rpartition("-")[2])


def test_a_process_pool_starts_no_process_within_a_round(start: Start) -> None:
    child = start("process-pool")
    child.ask(asked.sleep("process-pool", 8, 2, 1_000))
    before = child.family()
    rounded = child.ask(asked.round_(1))

    assert rounded["processes_started"] == 0
    assert rounded["processes"] == 3
    assert child.family() == before


@pytest.mark.parametrize("strategy", STARTS_PROCESSES)
def test_what_processes_compute_is_counted(strategy: str, start: Start) -> None:
    params = {"buffer_bytes": 1 << 20, "repeats": 100}
    rounded = second_round(start, asked.prepare(strategy, "hash", params, 2, 1))

    assert rounded["cpu_ns"] > rounded["wall_ns"] / 4
    assert rounded["memory_bytes"] > 10 << 20


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_pools_compute_in_no_more_workers_than_there_are_cores(strategy: str, start: Start) -> None:
    cores = len(os.sched_getaffinity(0))
    child = start(strategy)
    ready = child.ask(asked.power(strategy, cores + 3, cores + 3))
    child.ask(asked.round_(1))

    expected = 1 if strategy == "sequential" else cores if strategy in POOLS else cores + 3
    assert ready["effective_in_flight"] == expected
    assert most_at_once(timeline(child, 1)) <= expected


def second_round(start: Start, prepare: dict[str, Any]) -> dict[str, Any]:
    child = start(prepare["strategy"])
    assert child.ask(prepare)["type"] == "ready"
    child.ask(asked.round_(1))
    return child.ask(asked.round_(2))
