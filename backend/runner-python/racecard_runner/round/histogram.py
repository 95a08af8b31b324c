"""Counts of durations."""

from __future__ import annotations

_LINEAR_BITS = 7
_LINEAR = 1 << _LINEAR_BITS


def index(value: int) -> int:
    """The bucket of `value` >= 0, as in docs/PROTOCOL.md."""
    if value < _LINEAR:
        return value
    exponent = value.bit_length() - 1 - _LINEAR_BITS
    return _LINEAR * (exponent + 1) + (value >> exponent) - _LINEAR


class Histogram:
    """Durations in log-linear buckets, each at most 1/128 wide relative to its lower end."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self.count = 0
        self.least_ns: int | None = None
        """The shortest, exactly; None when nothing was counted."""
        self.most_ns: int | None = None

    def add(self, ns: int) -> None:
        """Counts a duration; a negative one, which only a broken clock gives, counts as 0."""
        value = max(0, ns)
        bucket = index(value)
        self._counts[bucket] = self._counts.get(bucket, 0) + 1
        self.count += 1
        self._widen(value, value)

    def add_all(self, other: Histogram) -> None:
        """Adds all that `other` counted."""
        for bucket, count in other._counts.items():
            self._counts[bucket] = self._counts.get(bucket, 0) + count
        self.count += other.count
        if other.least_ns is not None and other.most_ns is not None:
            self._widen(other.least_ns, other.most_ns)

    def buckets(self) -> list[tuple[int, int]]:
        """The buckets that are not empty, as pairs of index and count, ascending."""
        return sorted(self._counts.items())

    def _widen(self, least: int, most: int) -> None:
        if self.least_ns is None or least < self.least_ns:
            self.least_ns = least
        if self.most_ns is None or most > self.most_ns:
            self.most_ns = most
