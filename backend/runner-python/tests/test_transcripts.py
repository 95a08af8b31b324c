"""The runner answers as every runner must."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable

import pytest
from child import Child
from conftest import runner
from contenders import PROFILES
from contract import lines, mismatch, transcripts
from origin import Origin


class Replay:
    """One conversation with a real child."""

    def __init__(self, child: Child, origin: Origin) -> None:
        self.child = child
        self._origin = origin

    def step(self, line: dict[str, Any]) -> None:
        """Does what a line of a transcript says."""
        for kind, value in line.items():
            steps: dict[str, Callable[[Any], object]] = {
                "about": lambda _: None,
                "origin": lambda settings: self._origin.configure(**settings),
                "send": self._send,
                "send_text": lambda text: self.child.send_bytes(text.encode() + b"\n"),
                "send_bytes": lambda count: self.child.send_bytes(b"x" * count),
                "expect": self._expect,
                "close": lambda _: self.child.close_stdin(),
                "end": self._end,
            }
            steps[kind](value)

    def _send(self, message: dict[str, Any]) -> None:
        text = json.dumps(message, ensure_ascii=False)
        text = text.replace('"$addresses"', json.dumps(self._origin.addresses))
        self.child.send_bytes(text.encode() + b"\n")

    def _expect(self, expected: dict[str, Any]) -> None:
        assert mismatch("", expected, self.child.answer()) is None

    def _end(self, end: dict[str, Any]) -> None:
        assert self.child.status(end["within_ms"] / 1e3) == end["status"]
        assert self.child.rest() == []


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda path: path.stem)
def test_the_runner_answers_as_every_runner_must(
    transcript: Path, interpreter: str, origin: Origin
) -> None:
    if transcript.stem == "profile" and not PROFILES:
        pytest.skip("this interpreter takes no profiles")
    replay = Replay(runner(interpreter), origin)
    try:
        for line in lines(transcript):
            replay.step(line)
    finally:
        replay.child.close()
