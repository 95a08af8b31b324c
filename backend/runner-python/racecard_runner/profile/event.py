"""What happened meanwhile, by its kind."""

from __future__ import annotations

_MAX_EXAMPLE_LENGTH = 300


class Event:
    """What happened of one kind; see docs/PROTOCOL.md, "profiled"."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.count = 0
        """How often."""
        self._total_ns = 0
        self._longest_ns = 0
        self._example: str | None = None

    def add(self, ns: int, example: str | None) -> None:
        """Adds one that took `ns`; `example` tells it for a person."""
        self.count += 1
        self._total_ns += ns
        if ns > self._longest_ns:
            self._longest_ns = ns
            self._example = example and example[:_MAX_EXAMPLE_LENGTH]

    def to_message(self) -> dict[str, object]:
        """The event as a part of an answer."""
        return {
            "kind": self._kind,
            "count": self.count,
            "total_ns": self._total_ns,
            "longest_ns": self._longest_ns,
            "example": self._example,
        }
