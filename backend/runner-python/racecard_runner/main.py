"""The runner: answers the coordinator's messages on standard input until it says bye."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from typing import NoReturn

from racecard_runner import facts
from racecard_runner.line.answers import Answers
from racecard_runner.line.bad_message import BadMessage
from racecard_runner.line.message import Message
from racecard_runner.line.questions import Questions
from racecard_runner.round.batch import told
from racecard_runner.session import PROTOCOL, Session

_BAD_END = 1
_GOES_ON_AFTER = frozenset(("BAD_MESSAGE", "NOT_PREPARED", "NOT_RECORDED", "NO_PROFILER"))
# The system's 8 MiB for each of 4,000 threads would be 32 GiB of addresses, more than some allow.
_STACK_BYTES = 1 << 20


def speak() -> NoReturn:
    """Speaks the runner protocol on standard input and output."""
    answers = Answers.claim()
    # An exception in whatever task is executing would only fail that one.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.stack_size(_STACK_BYTES)
    # A thread that dies would leave a round without an end.
    threading.excepthook = lambda died: _crash(answers, died.exc_value)
    try:
        answers.send(facts.hello(PROTOCOL))
        _end(_answer(Questions(0), answers))
    except BadMessage as bad:
        answers.send(_failed(bad))
        _end(_BAD_END)
    except BaseException as error:
        _crash(answers, error)


def _answer(questions: Questions, answers: Answers) -> int:
    session = Session()
    while not session.over:
        line = questions.next()
        if line is None:
            return _BAD_END
        try:
            answers.send(session.answer(Message.read(line)))
        except BadMessage as bad:
            if bad.kind not in _GOES_ON_AFTER:
                raise
            answers.send(_failed(bad))
    return 0


def _crash(answers: Answers, error: BaseException | None) -> NoReturn:
    if error is not None:
        traceback.print_exception(type(error), error, error.__traceback__)
    reason = told(error) if error is not None else "an unknown error"
    answers.send({"type": "failed", "kind": "CRASHED", "message": f"The runner stopped: {reason}."})
    _end(_BAD_END)


def _failed(bad: BadMessage) -> dict[str, object]:
    return {"type": "failed", "kind": bad.kind, "message": str(bad)}


# Nothing of ours needs a hook at the exit, and a round that goes on must not keep the process. Its
# guard ends what it started.
def _end(status: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
