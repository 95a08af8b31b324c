"""Lines and what stands in them."""

from __future__ import annotations

import os
from typing import Callable

import asked
import pytest
from child import Child

from racecard_runner.line.bad_message import BadMessage
from racecard_runner.line.message import Message
from racecard_runner.line.questions import MAX_LINE_BYTES, Questions

Start = Callable[..., Child]


def questions(data: bytes) -> Questions:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb", buffering=0) as out:
        os.set_blocking(writer, False)
        # More than a pipe takes at once is not needed to find a line's end.
        out.write(data[: 1 << 16])
    return Questions(reader)


def test_lines_come_one_by_one_and_the_end_is_told() -> None:
    asks = questions("first\nzweite ä\n\nhalf".encode())
    lines: list[str | None] = [asks.next() for _ in range(4)]

    assert lines == ["first", "zweite ä", "", None]


def test_the_longest_line_is_taken() -> None:
    longest = b"x" * (MAX_LINE_BYTES - 1)

    assert questions(longest + b"\n").next() == longest.decode()


def test_a_longer_line_is_refused_before_its_end() -> None:
    with pytest.raises(BadMessage) as refused:
        questions(b"x" * MAX_LINE_BYTES).next()

    assert refused.value.kind == "LINE_TOO_LONG"


def test_the_longest_line_is_answered_by_a_child(start: Start) -> None:
    child = start()
    filler = MAX_LINE_BYTES - len('{"type":"ping","x":""}\n')
    child.send_bytes(b'{"type":"ping","x":"' + b"y" * filler + b'"}\n')
    assert child.answer() == {"type": "pong"}

    child.send_bytes(b'{"type":"ping","x":"' + b"y" * (filler + 1) + b'"}\n')
    assert child.answer()["kind"] == "LINE_TOO_LONG"
    assert child.status(5) == 1


@pytest.mark.parametrize(
    "line",
    [
        b'{"type":"ping"',
        b'{"type":NaN}',
        b"\xff\xfe",
        b"[" * 60_000,
        b"9" * 60_000,
        b'{"type":["ping"]}',
        ('{"type":"' + "ü" * 30_000 + '"}').encode(),
        b'{"type":"\\ud800"}',
    ],
)
def test_a_line_that_is_no_message_is_answered_and_the_child_goes_on(
    line: bytes, start: Start
) -> None:
    child = start()
    child.send_bytes(line + b"\n")

    assert child.answer()["kind"] == "BAD_MESSAGE"
    assert child.ask({"type": "ping"}) == {"type": "pong"}


def test_half_of_a_surrogate_pair_is_work_like_any_other(start: Start) -> None:
    child = start()
    params = {"buffer_bytes": 10, "repeats": 1}
    ready = child.ask({**asked.prepare("sequential", "hash", params, 1, 1), "nonce": "\ud800"})

    assert ready["type"] == "ready"
    assert child.ask(asked.round_(1))["errors"] == 0


def test_fields_are_checked_when_they_are_read() -> None:
    message = Message.read('{"a":1,"b":"x","c":true,"d":[1,2],"e":{"f":2.0},"g":null,"h":["x"]}')

    assert message.number("a", 1, 1) == 1
    assert message.text("b") == "x"
    assert message.flag("c") is True
    assert message.numbers("d") == [1, 2]
    assert message.texts("h") == ["x"]
    assert message.message("e").has("f")
    assert not message.has("g")
    wrong: list[Callable[[], object]] = [
        lambda: message.number("a", 2, 3),
        lambda: message.number("c", 0, 9),
        lambda: message.text("a"),
        lambda: message.flag("a"),
        lambda: message.numbers("h"),
        lambda: message.texts("d"),
        lambda: message.message("a"),
        lambda: message.messages("d"),
        lambda: message.message("e").number("f", 0, 9),
        lambda: message.text("g"),
        lambda: message.text("z"),
    ]
    for read in wrong:
        with pytest.raises(BadMessage):
            read()
