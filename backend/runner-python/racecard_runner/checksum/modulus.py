"""Arithmetic modulo the Mersenne prime 2^61 - 1."""

from __future__ import annotations

P = 2**61 - 1


def of_first_bytes(data: bytes) -> int:
    """The first 8 bytes, as an unsigned big-endian number, mod P."""
    return int.from_bytes(data[:8], "big") % P


def append(value: int, data: bytes) -> int:
    """The big-endian number that `value`, below P, and then `data` write together, mod P."""
    # Multiplying by 2^n only depends on n mod 61, since 2^61 is 1 here.
    return ((value << (8 * len(data) % 61)) + int.from_bytes(data, "big")) % P
