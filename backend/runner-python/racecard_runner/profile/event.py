"""What happened meanwhile, by its kind."""

from __future__ import annotations

_MAX_EXAMPLE_LENGTH = 300


class Event:
    """What happened of one kind; see docs/PROTOCOL.md, "profiled"."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self.count = 0
        self.total_ns = 0
        """Of all of them together."""
        self.longest_ns = 0
        self._example: str | None = None

    def add(self, ns: int, example: str | None) -> None:
        """Adds one that took `ns`."""
        self.add_many(1, ns, ns, example)

    def add_many(self, count: int, total_ns: int, longest_ns: int, example: str | None) -> None:
        """Adds `count` of them, the longest of which `example` tells for a person."""
        self.count += count
        self.total_ns += total_ns
        if longest_ns > self.longest_ns:
            self.longest_ns = longest_ns
            self._example = example

    def to_message(self) -> dict[str, object]:
        """The event as a part of an answer."""
        example = self._example
        return {
            "kind": self._kind,
            "count": self.count,
            "total_ns": self.total_ns,
            "longest_ns": self.longest_ns,
            "example": None if example is None else example[:_MAX_EXAMPLE_LENGTH],
        }
