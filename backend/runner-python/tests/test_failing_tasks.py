"""A task that fails is counted, and the round goes on."""

from __future__ import annotations

from typing import Any, Callable

import asked
import pytest
from asked import STRATEGIES
from child import Child
from origin import Origin

Start = Callable[..., Child]


@pytest.fixture
def failing(start: Start, origin: Origin) -> Callable[..., str]:
    """Two of three downloads fail after the first; tells the first error."""

    def fail(strategy: str, fault: str, limit_ms: int = 10_000) -> str:
        origin.configure()
        origin.fault(fault, after=1)
        child = start(strategy)
        child.ask(asked.fetch(strategy, 3, 1, 1, origin.addresses, limit_ms))
        rounded = child.ask(asked.round_(1))
        origin.fault("none")
        assert rounded["errors"] == 2
        return str(rounded["first_error"])

    return fail


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_task_that_raises_is_counted_and_the_round_goes_on(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.power(strategy, 4, 2, exponent=2_147_483_647))
    rounded = child.ask(asked.round_(1))

    assert rounded["errors"] == 4
    assert rounded["first_error"] == "OverflowError: a number of more than 2^31 bits"
    assert rounded["checksum"] == "0"


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_reset_connection_fails_its_task(strategy: str, failing: Callable[..., str]) -> None:
    assert "/u/1/0 at 127.0.0.1:" in failing(strategy, "reset")


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_another_status_fails_its_task(strategy: str, failing: Callable[..., str]) -> None:
    assert "status 503" in failing(strategy, "status")


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_body_that_is_too_short_fails_its_task(
    strategy: str, failing: Callable[..., str]
) -> None:
    assert "closed after 50 bytes" in failing(strategy, "truncate")


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_an_answer_that_never_comes_fails_its_task(
    strategy: str, failing: Callable[..., str]
) -> None:
    assert "no whole answer within 300 ms" in failing(strategy, "stall", limit_ms=300)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_round_after_a_failure_is_as_good_as_any(
    strategy: str, start: Start, origin: Origin
) -> None:
    origin.configure()
    child = start(strategy)
    child.ask(asked.fetch(strategy, 4, 2, 2, origin.addresses))
    right = child.ask(asked.round_(1))["checksum"]
    origin.fault("reset", after=3)
    assert child.ask(asked.round_(2))["errors"] > 0
    origin.fault("none")

    rounded = child.ask(asked.round_(3))

    assert (rounded["errors"], rounded["checksum"]) == (0, right)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_failed_task_has_no_latency(strategy: str, start: Start, origin: Origin) -> None:
    origin.configure()
    origin.fault("reset", after=2)
    child = start(strategy)
    child.ask(asked.fetch(strategy, 5, 1, 1, origin.addresses))
    child.ask(asked.round_(1))
    origin.fault("none")

    latency: dict[str, Any] = child.ask(
        {"type": "latency", "of": "service", "rounds": [1], "from": 0}
    )
    assert latency["count"] == 2
