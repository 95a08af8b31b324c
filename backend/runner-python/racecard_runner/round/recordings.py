"""The newest recorded rounds."""

from __future__ import annotations

from racecard_runner.round.recording import Recording

_MAX_BYTES = 64 << 20
_MAX_ROUNDS = 1_000


class Recordings:
    """The newest recorded rounds, within 64 MiB of timelines and 1,000 rounds."""

    def __init__(self) -> None:
        self._recordings: dict[int, Recording] = {}
        self._bytes = 0

    def keep(self, number: int, recording: Recording) -> None:
        """Keeps the recording of a round, and gives up the oldest ones if need be."""
        self._recordings[number] = recording
        self._bytes += recording.bytes
        while self._bytes > _MAX_BYTES or len(self._recordings) > _MAX_ROUNDS:
            oldest = next(iter(self._recordings))
            self._bytes -= self._recordings.pop(oldest).bytes

    def find(self, number: int) -> Recording | None:
        """The recording of a round, if it is kept."""
        return self._recordings.get(number)
