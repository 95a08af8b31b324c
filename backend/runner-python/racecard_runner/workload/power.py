"""Powers of whole numbers."""

from __future__ import annotations

from racecard_runner.checksum.modulus import P
from racecard_runner.workload.computation import Computation

_MAX_BITS = 2**31 - 1


class Power(Computation):
    """Computes (base + 2 · task) ** exponent as one whole big integer."""

    def __init__(self, base: int, exponent: int) -> None:
        self._base = base
        self._exponent = exponent

    def compute(self, task: int) -> int:
        """Computes task number `task`; raises OverflowError if it would have over 2^31 bits."""
        operand = self._base + 2 * task
        if (operand.bit_length() - 1) * self._exponent > _MAX_BITS:
            raise OverflowError("a number of more than 2^31 bits")
        # pow() with a modulus would be another, far smaller task: the integer itself is the work.
        power: int = operand**self._exponent
        return power % P

    def bits(self) -> int:
        """About how many bits the first task's number has."""
        return min(self._base.bit_length() * self._exponent, _MAX_BITS)
