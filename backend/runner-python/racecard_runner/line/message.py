"""Messages with checked access to their fields."""

from __future__ import annotations

import json
from typing import Any, NoReturn, cast

from racecard_runner.line.bad_message import BadMessage

LARGEST = 2**53 - 1
"""The largest number that a coordinator sends: beyond it, not every runtime counts by one."""


class Message:
    """A JSON object whose fields are checked when they are read."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields

    @staticmethod
    def read(line: str) -> Message:
        """Reads a line; raises BadMessage if it is not a JSON object."""
        try:
            value = json.loads(line, parse_constant=_no_constant)
        except (ValueError, RecursionError) as error:
            raise BadMessage(f"Not JSON: {error}.") from None
        return _object("a message", value)

    def has(self, name: str) -> bool:
        """Whether there is a field `name` that is not null."""
        return self.fields.get(name) is not None

    def text(self, name: str) -> str:
        """The text in `name`."""
        value = self._field(name)
        return value if isinstance(value, str) else _wrong(name, "a text")

    def number(self, name: str, least: int, most: int) -> int:
        """The whole number in `name`, which must lie in `least`…`most`."""
        value = self._field(name)
        # type() and not isinstance(): True is an int.
        if type(value) is int and least <= value <= most:
            return value
        return _wrong(name, f"a whole number from {least} to {most}")

    def flag(self, name: str) -> bool:
        """The boolean in `name`."""
        value = self._field(name)
        return value if isinstance(value, bool) else _wrong(name, "true or false")

    def message(self, name: str) -> Message:
        """The object in `name`."""
        return _object(f"`{name}`", self._field(name))

    def messages(self, name: str) -> list[Message]:
        """The list of objects in `name`."""
        return [_object(f"each of `{name}`", element) for element in self._list(name)]

    def texts(self, name: str) -> list[str]:
        """The list of texts in `name`."""
        values = self._list(name)
        if all(isinstance(value, str) for value in values):
            return cast("list[str]", values)
        return _wrong(name, "a list of texts")

    def numbers(self, name: str) -> list[int]:
        """The list of whole numbers in `name`."""
        values = self._list(name)
        if all(type(value) is int for value in values):
            return cast("list[int]", values)
        return _wrong(name, "a list of whole numbers")

    def _list(self, name: str) -> list[object]:
        value = self._field(name)
        return value if isinstance(value, list) else _wrong(name, "a list")

    def _field(self, name: str) -> object:
        value = self.fields.get(name)
        if value is None:
            raise BadMessage(f"The field `{name}` is missing.")
        return cast("object", value)


def shortened(text: str) -> str:
    """The beginning of what somebody sent, for a sentence about it."""
    return text if len(text) <= 40 else text[:40] + "…"


def _object(what: str, value: object) -> Message:
    if isinstance(value, dict):
        return Message(value)
    raise BadMessage(f"Expected {what} to be a JSON object.")


def _wrong(name: str, expected: str) -> NoReturn:
    raise BadMessage(f"The field `{name}` must be {expected}.")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")
