"""Real child processes that answer line by line; every wait has a limit."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable

ANSWER_S = 30


class Child:
    """A child process with the protocol's lines on its standard input and output."""

    def __init__(self, command: list[str]) -> None:
        self.hello: dict[str, Any] = {}
        self.mark = f"RACECARD_JOB={uuid.uuid4()}"
        name, _, value = self.mark.partition("=")
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, name: value},
        )
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def send(self, message: dict[str, Any]) -> None:
        """Sends a message."""
        self.send_bytes(json.dumps(message).encode() + b"\n")

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """The next message; AssertionError at the end of stdout or after 30 s."""
        line = self._lines.get(timeout=ANSWER_S)
        assert line is not None, "the child has ended"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, message: dict[str, Any]) -> dict[str, Any]:
        """Sends a message and takes its answer."""
        self.send(message)
        return self.answer()

    def rest(self) -> list[bytes]:
        """What the child still says until its stdout ends."""
        lines = []
        while (line := self._lines.get(timeout=ANSWER_S)) is not None:
            lines.append(line)
        return lines

    def close_stdin(self) -> None:
        """Ends the child's standard input."""
        assert self.process.stdin is not None
        self.process.stdin.close()

    def status(self, within_s: float) -> int:
        """Its exit status; raises if it has not ended in time."""
        return self.process.wait(within_s)

    def family(self) -> list[int]:
        """The processes that run and have this child's mark: itself and what it started."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                marked = self.mark.encode() in (process / "environ").read_bytes()
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            # An orphan that has ended stays in the process table until init looks at it.
            if marked and state != "Z":
                found.append(int(process.name))
        return found

    def close(self) -> None:
        """Ends it as a coordinator does that dies; what is left of it after that, by force."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        until(lambda: not self.family(), 2)
        for pid in self.family():
            with suppress(ProcessLookupError):
                os.kill(pid, 9)
        self.process.wait(ANSWER_S)


def until(condition: Callable[[], bool], within_s: float) -> bool:
    """Whether `condition` came to hold within the limit."""
    end = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True
