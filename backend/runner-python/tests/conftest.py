"""What tests need: the interpreter under test, children of it, and a real origin."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import pytest
from child import Child
from origin import Origin

FOLDER = Path(__file__).resolve().parent.parent
# Tests of the runner's parts import its package.
sys.path.insert(0, str(FOLDER))


@pytest.fixture(scope="session")
def interpreter() -> str:
    """The Python that executes runners: RACECARD_PYTHON, or the one that executes the tests."""
    return os.environ.get("RACECARD_PYTHON", sys.executable)


@pytest.fixture
def start(interpreter: str) -> Iterator[Callable[..., Child]]:
    """Starts a runner for a strategy and takes its hello; every one ends with the test."""
    children: list[Child] = []

    def started(strategy: str = "sequential", prefix: tuple[str, ...] = ()) -> Child:
        child = runner(interpreter, strategy, prefix)
        children.append(child)
        child.hello = child.answer()
        return child

    yield started
    for child in children:
        child.close()


def runner(interpreter: str, strategy: str = "sequential", prefix: tuple[str, ...] = ()) -> Child:
    """A runner that has not said hello yet."""
    return Child([*prefix, interpreter, "-I", str(FOLDER / "runner.py"), strategy])


@pytest.fixture(scope="session")
def origin() -> Iterator[Origin]:
    """An origin that serves a whole session, to be configured by each test."""
    started = Origin.start(FOLDER.parent / "origin" / "target" / "origin.jar")
    yield started
    started.close()
