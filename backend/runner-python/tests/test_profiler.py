"""The parts that look, by themselves."""

from __future__ import annotations

import gc
import importlib.util
import subprocess
from pathlib import Path
from typing import Callable

import asked
import pytest
from child import Child
from conftest import FOLDER
from contenders import PROFILES

from racecard_runner.profile import at_work, profiler
from racecard_runner.profile.event import Event
from racecard_runner.profile.pauses import Pauses

Start = Callable[..., Child]

SCRIPT_S = 30


def test_no_profile_is_taken_where_looking_may_crash() -> None:
    assert profiler.why_not("cpython", (3, 9, 0), "on", 1) is None
    assert profiler.why_not("cpython", (3, 14, 4), "off", 1) is None
    assert "GIL" in str(profiler.why_not("cpython", (3, 14, 3), "off", 1))
    assert "interpreters" in str(profiler.why_not("cpython", (3, 14, 4), "on", 2))
    assert "pypy" in str(profiler.why_not("pypy", (3, 11, 0), "on", 1))


@pytest.mark.skipif(PROFILES, reason="this interpreter takes profiles")
def test_an_interpreter_that_takes_no_profile_says_so_and_goes_on(start: Start) -> None:
    child = start("thread-pool")
    child.ask(asked.power("thread-pool", 2, 2))

    assert child.ask({"type": "profile"})["kind"] == "NO_PROFILER"
    assert child.ask({"type": "profile_end"})["kind"] == "BAD_MESSAGE"
    assert child.ask(asked.round_(1))["errors"] == 0


def test_nothing_that_profiles_is_loaded_unasked(interpreter: str) -> None:
    script = """
import sys
sys.path.insert(0, sys.argv[1])
import racecard_runner.main
print([name for name in sys.modules if name.startswith("racecard_runner.profile")])
"""
    assert said(interpreter, script) == "[]"


def test_pauses_are_counted_until_they_are_not_any_more() -> None:
    heard = Pauses()
    for _ in range(3):
        gc.collect()
    heard.stop()
    told = heard.event.to_message()
    gc.collect()

    assert heard.event.to_message() == told
    assert told["kind"] == "gc_pause"
    assert heard.event.count >= 3
    assert told["example"] in [f"a collection of generation {number}" for number in range(3)]


def test_an_event_tells_its_longest() -> None:
    waits = Event("interpreter_wait")
    waits.add(5, "short")
    waits.add(9, "x" * 1_000)
    waits.add(7, None)

    told = {"count": 3, "total_ns": 21, "longest_ns": 9, "example": "x" * 300}
    assert waits.to_message() == {"kind": "interpreter_wait", **told}


def test_a_long_name_is_cut() -> None:
    code = compile(f"def {'f' * 1_000}(): pass", "file", "exec").co_consts[0]

    assert at_work.name("module", code) == f"module.{'f' * 193}"


# By their text: libraries that patch stay out of the tests.
def test_functions_that_wait_are_where_they_are_looked_for() -> None:
    older = {"_wait_for_tstate_lock"}
    sources = {module: source(module) for module in at_work.WAITS}
    for module, functions in at_work.WAITS.items():
        for function in set(functions) - older if sources[module] else ():
            assert f"def {function}(" in sources[module], (module, function)
    assert sources["selectors"]
    assert sources["threading"]


def said(interpreter: str, script: str) -> str:
    """What a script prints that imports the runner's package."""
    command = [interpreter, "-I", "-c", script, str(FOLDER)]
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=SCRIPT_S, check=True, text=True)
    return done.stdout.strip()


def source(module: str) -> str:
    """The text of a module; nothing where it is not installed."""
    top, _, rest = module.partition(".")
    spec = importlib.util.find_spec(top)
    if spec is None or spec.origin is None:
        return ""
    file = Path(spec.origin)
    if rest:
        file = file.parent / f"{rest.replace('.', '/')}.py"
    return file.read_text(encoding="utf-8") if file.exists() else ""
