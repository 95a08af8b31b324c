"""What a runner sees of itself while rounds execute."""

from __future__ import annotations

import functools
from typing import Any, Callable

import asked
import pytest
from asked import STARTS_PROCESSES, STRATEGIES
from child import Child, until
from contenders import CONTENDERS, GREEN, PROFILES
from origin import Origin

from racecard_runner.checksum.modulus import P
from racecard_runner.profile import INTERVAL_NS

Start = Callable[..., Child]
Answer = dict[str, Any]

pytestmark = pytest.mark.skipif(not PROFILES, reason="this interpreter takes no profiles")
EVERY = [*STRATEGIES, *CONTENDERS]
ELSEWHERE = [*STARTS_PROCESSES, "asyncio-process-pool"]
TASKS = 3
# One such power keeps the interpreter for as long as many looks take.
LONG = 150_000
MINUTE_US = 60_000_000
PROMISED_S = 1.0


@pytest.mark.parametrize("strategy", EVERY)
def test_a_profile_names_what_computes_in_this_process_and_the_round_is_right(
    strategy: str, start: Start
) -> None:
    rounded, profiled = profile(start(strategy), asked.power(strategy, TASKS, 2, LONG))

    assert (rounded["errors"], rounded["checksum"]) == (0, right())
    is_well_formed(profiled)
    computing_ns = computing(profiled) * INTERVAL_NS
    if strategy in ELSEWHERE:
        assert computing_ns == 0
    else:
        assert computing_ns >= rounded["wall_ns"] / 2, profiled
        assert is_computing(profiled["functions"][0][0])


@pytest.mark.parametrize("strategy", EVERY)
def test_tasks_that_wait_are_not_at_work(strategy: str, start: Start) -> None:
    rounded, profiled = profile(start(strategy), asked.sleep(strategy, 1, 1, 500_000))

    assert rounded["errors"] == 0
    assert profiled["samples"] * INTERVAL_NS < rounded["wall_ns"] / 2, profiled


def test_downloads_that_wait_are_not_at_work(start: Start, origin: Origin) -> None:
    origin.configure(delay_ms=500)
    download = asked.fetch("sequential", 1, 1, 1, origin.addresses)
    rounded, profiled = profile(start(), download)

    assert rounded["errors"] == 0
    assert profiled["samples"] * INTERVAL_NS < rounded["wall_ns"] / 2, profiled


def test_who_waits_for_the_interpreter_is_told_how_long(start: Start) -> None:
    child = start("thread-pool")
    if child.hello["facts"]["gil"] == "off":
        pytest.skip("nobody waits for an interpreter without the GIL")
    _, profiled = profile(child, asked.power("thread-pool", TASKS, 2, LONG))

    waits = event(profiled, "interpreter_wait")
    assert waits["total_ns"] >= waits["longest_ns"] > INTERVAL_NS
    assert waits["example"].endswith(" was at work")


def test_short_computations_of_threads_that_also_wait_are_found(start: Start) -> None:
    params = {"wait_us": 1_000, "steps": 3_000}
    mixed = asked.prepare("thread-pool", "mixed", params, 100, 10)
    rounded, profiled = profile(start("thread-pool"), mixed)

    assert rounded["errors"] == 0
    assert profiled["samples"] * INTERVAL_NS > rounded["wall_ns"] / 10, profiled


def test_a_profile_begins_anew(start: Start) -> None:
    child = start()
    _, first = profile(child, asked.power("sequential", TASKS, 1, LONG))
    child.ask({"type": "profile"})
    second = child.ask({"type": "profile_end"})

    is_well_formed(second)
    assert computing(first) > 0
    assert computing(second) == 0


@pytest.mark.parametrize("strategy", ["sequential", "processes", *GREEN])
def test_bye_ends_a_profile(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 2, 2, 1_000))
    assert child.ask({"type": "profile"})["type"] == "profiling"
    child.ask(asked.round_(1))

    assert child.ask({"type": "bye"}) == {"type": "bye"}
    assert child.status(PROMISED_S) == 0
    assert until(lambda: not child.family(), PROMISED_S)


@pytest.mark.parametrize("strategy", ["thread-pool", "processes", *GREEN])
def test_the_end_of_stdin_ends_a_profile(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 2, 2, MINUTE_US))
    child.ask({"type": "profile"})
    child.send(asked.round_(1))
    child.close_stdin()

    assert child.status(PROMISED_S) == 1
    assert until(lambda: not child.family(), PROMISED_S)


def test_other_interpreters_are_not_looked_at_and_the_runner_goes_on(start: Start) -> None:
    child = start("interpreters")
    if child.ask(asked.power("interpreters", 2, 2))["type"] == "refused":
        pytest.skip("this Python has no pool of interpreters")

    assert child.ask({"type": "profile"})["kind"] == "NO_PROFILER"
    assert child.ask(asked.round_(1))["errors"] == 0


def profile(child: Child, prepare: Answer) -> tuple[Answer, Answer]:
    """A round's answer, and what was seen meanwhile."""
    assert child.ask(prepare)["type"] == "ready"
    begun = child.ask({"type": "profile"})
    assert begun == {"type": "profiling", "profiler": "sampling", "interval_ns": INTERVAL_NS}
    rounded = child.ask(asked.round_(1))
    return rounded, child.ask({"type": "profile_end"})


def is_well_formed(profiled: Answer) -> None:
    assert profiled["type"] == "profiled"
    assert profiled["allocated_bytes"] is None
    names = [name for name, _ in profiled["functions"]]
    counts = [count for _, count in profiled["functions"]]
    assert len(names) == len(set(names)) <= 20
    assert all(0 < len(name) <= 200 for name in names)
    assert all(type(count) is int and count > 0 for count in counts)
    assert counts == sorted(counts, reverse=True)
    assert type(profiled["samples"]) is int
    assert profiled["samples"] >= sum(counts)
    assert [told["kind"] for told in profiled["events"]] == ["interpreter_wait", "gc_pause"]
    for told in profiled["events"]:
        numbers = [told[name] for name in ("count", "total_ns", "longest_ns")]
        assert all(type(number) is int for number in numbers)
        assert told["total_ns"] >= told["longest_ns"] >= 0
        assert told["count"] > 0 or numbers == [0, 0, 0]
        assert told["example"] is None or 0 < len(told["example"]) <= 300


def event(profiled: Answer, kind: str) -> Answer:
    found: Answer = next(told for told in profiled["events"] if told["kind"] == kind)
    return found


def computing(profiled: Answer) -> int:
    """How many looks found the function that computes powers."""
    return sum(count for name, count in profiled["functions"] if is_computing(name))


# Its class stands in the name from Python 3.11 on.
def is_computing(name: str) -> bool:
    return name.startswith("racecard_runner.workload.power.") and name.endswith("compute")


@functools.lru_cache
def right() -> str:
    return str(sum(place * pow(7775 + 2 * place, LONG, P) for place in range(1, TASKS + 1)) % P)
