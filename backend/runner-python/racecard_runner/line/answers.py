"""Standard output, taken away from everything but the protocol."""

from __future__ import annotations

import json
import os
import sys

from racecard_runner.line.questions import MAX_LINE_BYTES


class Answers:
    """Sends the protocol's messages, and is the only one that can."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @staticmethod
    def claim() -> Answers:
        """Claims standard output; what anything prints from now on goes to standard error."""
        sys.stdout.flush()
        answers = Answers(os.dup(1))
        os.dup2(2, 1)
        # A forked process would keep the coordinator waiting for an end that does not come.
        os.register_at_fork(after_in_child=answers.close)
        return answers

    def send(self, message: dict[str, object]) -> None:
        """Sends `message` as one line; raises ValueError if it is too long."""
        line = (json.dumps(message, separators=(",", ":")) + "\n").encode()
        if len(line) > MAX_LINE_BYTES:
            raise ValueError(f"an answer of {len(line)} bytes")
        try:
            while line:
                line = line[os.write(self._descriptor, line) :]
        except OSError as error:
            # Nobody reads any more: whoever started us is gone, as the end of stdin tells.
            print(f"Racecard: could not answer: {error}", file=sys.stderr)

    def close(self) -> None:
        """Gives standard output up."""
        os.close(self._descriptor)
        self._descriptor = -1
