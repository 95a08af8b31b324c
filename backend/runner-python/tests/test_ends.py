"""Whatever ends a runner ends all that it started, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path
from typing import Callable

import asked
import pytest
from asked import STRATEGIES
from child import Child, until
from conftest import FOLDER

Start = Callable[..., Child]
MINUTE_US = 60_000_000
PROMISED_S = 1.0
# One multiplication of this power takes the interpreter's lock for many seconds.
ENDLESS = 60_000_000


def in_a_round(start: Start, prepare: asked.Message, processes: int = 1) -> Child:
    """A child within a round that lasts, with its guard and so many other processes."""
    child = start(prepare["strategy"])
    assert child.ask(prepare)["type"] == "ready"
    child.send(asked.round_(1))
    assert until(lambda: len(child.family()) >= 1 + processes, 20)
    return child


def others(strategy: str) -> int:
    """The guard and what the strategy has running for two tasks."""
    return {"processes": 3, "process-pool": 3, "processes-spawn": 4, "processes-forkserver": 5}.get(
        strategy, 1
    )


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_end_of_stdin_within_a_round_ends_everything(strategy: str, start: Start) -> None:
    child = in_a_round(start, asked.sleep(strategy, 2, 2, MINUTE_US), others(strategy))
    child.close_stdin()

    assert child.status(PROMISED_S) == 1
    assert until(lambda: not child.family(), PROMISED_S)
    assert child.rest() == []


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_end_of_stdin_is_seen_while_the_interpreter_is_locked(
    strategy: str, start: Start
) -> None:
    child = in_a_round(start, asked.power(strategy, 4, 4, ENDLESS), others(strategy))
    assert until(lambda: computes(child), 20)
    child.close_stdin()

    assert child.status(PROMISED_S) == 1
    assert until(lambda: not child.family(), PROMISED_S)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_killing_the_runner_leaves_nothing(strategy: str, start: Start) -> None:
    child = in_a_round(start, asked.power(strategy, 4, 4, ENDLESS), others(strategy))
    child.process.kill()

    assert until(lambda: not child.family(), PROMISED_S)


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_bye_leaves_nothing(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 2, 2, 1_000))
    child.ask(asked.round_(1))

    assert child.ask({"type": "bye"}) == {"type": "bye"}
    assert child.status(PROMISED_S) == 0
    assert until(lambda: not child.family(), PROMISED_S)


def test_a_bye_right_before_the_end_of_stdin_is_answered(start: Start) -> None:
    child = start()
    child.send({"type": "bye"})
    child.close_stdin()

    assert child.answer() == {"type": "bye"}
    assert child.status(PROMISED_S) == 0


@pytest.mark.parametrize("strategy", ["sequential", "process-pool"])
def test_the_end_of_stdin_is_seen_without_the_guard(strategy: str, start: Start) -> None:
    child = start(strategy)
    child.ask(asked.sleep(strategy, 2, 2, 1_000))
    for pid in child.family():
        if "guard" in role(pid, child):
            os.kill(pid, signal.SIGKILL)
    child.close_stdin()

    assert child.status(PROMISED_S) == 1
    assert until(lambda: not child.family(), PROMISED_S)


def test_a_grandchild_that_is_killed_fails_its_task_only(start: Start) -> None:
    child = in_a_round(start, asked.sleep("processes", 2, 2, MINUTE_US), others("processes"))
    for pid in child.family():
        if role(pid, child) == "task":
            os.kill(pid, signal.SIGKILL)

    rounded = child.answer()
    assert rounded["errors"] == 2
    assert rounded["first_error"] == "a process ended before it answered (signal 9)"


def test_a_pool_goes_on_without_a_process_that_was_killed(start: Start) -> None:
    child = in_a_round(start, asked.sleep("process-pool", 6, 2, 200_000), others("process-pool"))
    os.kill(next(pid for pid in child.family() if role(pid, child) == "task"), signal.SIGKILL)

    rounded = child.answer()
    assert rounded["errors"] == 1
    assert rounded["cpu_ns"] >= 0
    assert child.ask(asked.round_(2))["errors"] == 0


def test_a_pool_whose_processes_were_all_killed_fails_its_tasks(start: Start) -> None:
    child = in_a_round(start, asked.sleep("process-pool", 6, 2, MINUTE_US), others("process-pool"))
    for pid in child.family():
        if role(pid, child) == "task":
            os.kill(pid, signal.SIGKILL)

    assert child.answer()["errors"] == 6
    assert child.ask(asked.round_(2))["errors"] == 6


def test_a_fork_server_that_is_killed_fails_only_what_it_was_to_start(start: Start) -> None:
    child = start("processes-forkserver")
    child.ask(asked.sleep("processes-forkserver", 3, 1, 1_000))
    server = next(pid for pid in child.family() if "forkserver import" in command(pid))
    files = open_files(child)
    os.kill(server, signal.SIGSTOP)
    child.send(asked.round_(1))
    # The pipe of its answer and that of its end: the server has been asked for the process.
    assert until(lambda: open_files(child) >= files + 4, 10)
    os.kill(server, signal.SIGKILL)

    assert child.answer()["errors"] == 1
    assert child.ask(asked.round_(2))["errors"] == 0


def test_a_fork_server_leaves_no_folder(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("TMPDIR", folder)
        prepare = asked.sleep("processes-forkserver", 2, 2, MINUTE_US)
        child = in_a_round(start, prepare, others("processes-forkserver"))
        assert list(Path(folder).iterdir())
        child.process.kill()

        assert until(lambda: not child.family(), PROMISED_S)
        assert not list(Path(folder).iterdir())


def test_an_interrupt_ends_the_runner_and_not_a_task(start: Start) -> None:
    child = in_a_round(start, asked.sleep("sequential", 2, 2, MINUTE_US))
    child.process.send_signal(signal.SIGINT)

    assert child.status(PROMISED_S) == -signal.SIGINT


def test_what_anybody_prints_never_reaches_the_protocol(interpreter: str) -> None:
    printing = (
        "import os, runpy, sys, threading\n"
        "def chat():\n"
        "    while True:\n"
        "        if os.fstat(1).st_ino == os.fstat(2).st_ino:\n"
        '            print(\'{"type":"rounded",\', flush=True)\n'
        "            os.write(1, b'{')\n"
        "threading.Thread(target=chat, daemon=True).start()\n"
        f"sys.argv = [{str(FOLDER / 'runner.py')!r}, 'threads']\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    child = Child(["sh", "-c", 'exec "$@" 2>/dev/null', "sh", interpreter, "-c", printing])
    try:
        assert child.answer()["type"] == "hello"
        assert child.ask(asked.sleep("threads", 10, 10, 20_000))["type"] == "ready"
        for number in range(5):
            assert child.ask(asked.round_(number))["type"] == "rounded"
    finally:
        child.close()


def computes(child: Child) -> bool:
    """Whether somebody in the family has computed for half a second."""
    return any(cpu_s(pid) > 0.5 for pid in child.family())


def cpu_s(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()


def open_files(child: Child) -> int:
    return len(list(Path(f"/proc/{child.process.pid}/fd").iterdir()))


def role(pid: int, child: Child) -> str:
    """What a process of a forking strategy is: the guard ignores SIGHUP and nobody else does."""
    if pid == child.process.pid:
        return "runner"
    status = Path(f"/proc/{pid}/status").read_text()
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:"))
    return "guard" if int(ignored.split()[1], 16) & 1 else "task"
