"""Lines from whoever started this process."""

from __future__ import annotations

import os

from racecard_runner.line.bad_message import BadMessage

MAX_LINE_BYTES = 65_536
"""The most bytes of a line, its end included."""


class Questions:
    """Reads lines from a file descriptor, one when it is asked for."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._read = bytearray()

    def next(self) -> str | None:
        """The next line, waiting for it; None at the end, BadMessage when it has no end."""
        searched = 0
        while True:
            end = self._read.find(b"\n", searched, MAX_LINE_BYTES)
            if end >= 0:
                return self._take(end)
            if len(self._read) >= MAX_LINE_BYTES:
                raise BadMessage(
                    f"A line has more than {MAX_LINE_BYTES} bytes without an end.", "LINE_TOO_LONG"
                )
            searched = len(self._read)
            if not self._fill():
                return None

    def _take(self, end: int) -> str:
        line = self._read[:end].decode("utf-8", "replace")
        del self._read[: end + 1]
        return line

    def _fill(self) -> bool:
        try:
            read = os.read(self._descriptor, 8192)
        except OSError:
            # A broken pipe is an end like any other.
            return False
        self._read += read
        return len(read) > 0
