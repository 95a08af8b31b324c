"""A library's own errors fail one task, and the round goes on."""

from __future__ import annotations

from typing import Callable

import asked
import pytest
from child import Child, until
from contenders import CONTENDERS
from origin import Origin

Start = Callable[..., Child]

FAULTS = ["reset", "status", "truncate", "stall"]


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_a_task_that_raises_is_counted(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.power(strategy, 4, 2, exponent=2_147_483_647))
    rounded = child.ask(asked.round_(1))

    assert rounded["errors"] == 4
    assert rounded["first_error"] == "OverflowError: a number of more than 2^31 bits"


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_an_origin_that_fails_fails_only_the_tasks_that_meet_it(
    strategy: str, start: Start, origin: Origin
) -> None:
    origin.configure()
    child = start(strategy)
    child.ask(asked.fetch(strategy, 4, 1, 2, origin.addresses, limit_ms=400))
    right = child.ask(asked.round_(0))["checksum"]
    for number, fault in enumerate(FAULTS, 1):
        origin.fault(fault, after=3)
        rounded = child.ask(asked.round_(number))
        # The second download of the second task is the first that fails.
        assert rounded["errors"] == 3, (fault, rounded)
        assert "/u/1/1 at 127.0.0.1:" in rounded["first_error"], fault
        assert until(lambda: origin.stats()["open_connections"] == 0, 10), fault
    origin.fault("none")

    assert child.ask(asked.round_(99))["checksum"] == right


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_a_failure_says_what_happened(strategy: str, start: Start, origin: Origin) -> None:
    origin.configure()
    child = start(strategy)
    child.ask(asked.fetch(strategy, 1, 1, 1, origin.addresses, limit_ms=400))
    said = {}
    for number, fault in enumerate(FAULTS):
        origin.fault(fault)
        said[fault] = child.ask(asked.round_(number))["first_error"]
    origin.fault("none")

    assert "answered with status 503 where 200 was expected" in said["status"]
    assert "no whole answer within 400 ms from http://127.0.0.1:" in said["stall"]
    # The libraries have words of their own for the rest, but none says nothing.
    assert all(len(text) > len("HttpError: http://127.0.0.1:40001/u/0/0") for text in said.values())


@pytest.mark.parametrize("strategy", CONTENDERS)
def test_an_address_where_nobody_listens_fails_its_tasks(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.fetch(strategy, 3, 2, 1, ["127.0.0.1:1"]))
    rounded = child.ask(asked.round_(1))

    assert rounded["errors"] == 3
    assert "/0 at 127.0.0.1:1: " in rounded["first_error"]
