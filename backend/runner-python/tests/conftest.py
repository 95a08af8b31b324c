"""What tests need: the interpreter under test, children of it, and a real origin."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Callable, Iterator

import pytest

FOLDER = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(FOLDER))

from child import Child  # noqa: E402 - after the path to the runner's package
from origin import Origin  # noqa: E402


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
