"""Chains of digests."""

from __future__ import annotations

from hashlib import sha256

from racecard_runner.checksum import modulus

_DIGEST_BYTES = 32


class Chain:
    """A chain of SHA-256 digests over the same block, begun from a nonce and a task's number."""

    def __init__(self, nonce: str, block_bytes: int) -> None:
        # As the JVM's runner: half of a surrogate pair is no text, and becomes a question mark.
        self._nonce = nonce.encode("utf-8", "replace")
        pattern = sha256(self._nonce).digest()
        self.block = (pattern * (block_bytes // _DIGEST_BYTES + 1))[:block_bytes]

    def value(self, task: int, steps: int) -> int:
        """The value of `task` after `steps` digests over the block."""
        digest = sha256(b"%b:%d" % (self._nonce, task)).digest()
        block = self.block
        for _ in range(steps):
            step = sha256(digest)
            # By itself and not joined: no copy, and a large block is read without the GIL.
            step.update(block)
            digest = step.digest()
        return modulus.of_first_bytes(digest)
