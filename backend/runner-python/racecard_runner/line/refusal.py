"""What is refused before it is measured."""

from __future__ import annotations


class Refusal(Exception):
    """Something that this runner cannot do as asked on this host, with what a person can do."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self._kind = kind
        self._remedy = remedy

    def to_message(self) -> dict[str, object]:
        """The refusal as an answer to `prepare`."""
        return {
            "type": "refused",
            "kind": self._kind,
            "message": str(self),
            "remedy": self._remedy,
        }
