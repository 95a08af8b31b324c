"""What an interpreter says of itself, held against what it can really do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Callable

import asked
import pytest
from child import Child
from contenders import FOLDER, described, ids, manifest
from packaging.requirements import Requirement

import describe
import libraries
from racecard_runner import strategies

Start = Callable[..., Child]

KINDS = [("cpython", (3, minor)) for minor in range(9, 15)] + [("pypy", (3, 9)), ("pypy", (3, 11))]


def test_the_manifest_names_every_strategy_of_the_runner() -> None:
    assert sorted(ids()) == strategies.known()


def test_every_strategy_that_is_not_missing_is_ready(interpreter: str, start: Start) -> None:
    description = described(interpreter)
    for strategy in ids():
        child = start(strategy)
        answer = child.ask(asked.sleep(strategy, 2, 2, 0))
        child.close()
        assert (answer["type"] == "ready") == (strategy not in description["missing"]), answer


def test_it_is_the_interpreter_that_was_asked(interpreter: str, start: Start) -> None:
    description = described(interpreter)

    assert description["reason"] is None
    assert description["version"] == start().hello["version"]
    assert description["runtime"].endswith("-{}.{}".format(*description["version"].split(".")))
    assert Path(description["executable"]).resolve() == Path(description["executable"])
    assert set(description["missing"]) <= set(ids())


@pytest.fixture
def environment(interpreter: str, tmp_path: Path) -> Path:
    """An empty environment; tells where its libraries lie."""
    made = [interpreter, "-I", "-m", "venv", "--without-pip", str(tmp_path / "venv")]
    subprocess.run(made, check=True, timeout=60)
    (folder,) = (tmp_path / "venv").glob("lib/*/site-packages")
    return folder


def python_of(folder: Path) -> str:
    return str(folder.parents[2] / "bin" / "python")


def test_a_library_that_is_not_installed_can_be_added(environment: Path) -> None:
    missing = described(python_of(environment))["missing"]

    assert missing["trio"] == {"reason": "The library trio is not installed.", "library": True}


@pytest.mark.parametrize("text", ["raise SystemExit(3)", "print('hello'); import nothing_like_it"])
def test_a_library_that_cannot_be_imported_is_told(text: str, environment: Path) -> None:
    (environment / "trio.py").write_text(text)

    missing = described(python_of(environment))["missing"]
    assert "trio is installed but cannot be imported" in missing["trio"]["reason"]


def test_the_same_interpreter_is_known_behind_an_environment(
    interpreter: str, environment: Path
) -> None:
    outside, inside = described(interpreter), described(python_of(environment))

    assert inside["executable"] == outside["executable"]


@pytest.mark.parametrize(("kind", "release"), KINDS, ids=str)
def test_each_library_is_pinned_once_where_it_is_supported(
    kind: str, release: tuple[int, int]
) -> None:
    marker = {"implementation_name": kind, "python_version": "{}.{}".format(*release)}
    wanted = [Requirement(line) for line in libraries.requirements()]
    applying = [one.name for one in wanted if not one.marker or one.marker.evaluate(marker)]
    known = {name for names in describe.LIBRARIES.values() for name in names}

    assert sorted(applying) == sorted(
        name for name in known if describe.unsupported(name, kind, release) is None
    )


def test_libraries_are_added_to_an_environment_only(interpreter: str) -> None:
    base = described(interpreter)["executable"]
    asked_for = [base, "-I", str(FOLDER / "libraries.py")]
    refused = subprocess.run(asked_for, stdout=subprocess.PIPE, timeout=60, check=False)

    assert refused.returncode == 2
    assert b"to an environment of its own only" in refused.stdout


def test_the_environment_is_made_and_started_by_the_manifests_commands() -> None:
    made = manifest()["libraries"]
    commands = [*made["make"], manifest()["describe"], manifest()["start"]]
    files = {part for command in commands for part in command if part.startswith("{folder}/")}

    assert all((FOLDER / file.partition("/")[2]).is_file() for file in files)
    assert made["interpreter"] == "{environment}/bin/python"
    assert sys.version_info >= describe.OLDEST
