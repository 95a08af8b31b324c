"""Messages that cannot be obeyed."""

from __future__ import annotations


class BadMessage(Exception):
    """A message that cannot be obeyed; the text says which field and what it must be."""

    def __init__(self, message: str, kind: str = "BAD_MESSAGE") -> None:
        super().__init__(message)
        self.kind = kind
