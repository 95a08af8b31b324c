"""What is kept of a recorded round."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from racecard_runner.round.histogram import Histogram
from racecard_runner.round.tape import FAILED, Tape

_FIXED = 3


class Recording(NamedTuple):
    """The timeline of a round's last repeat and the latencies of all."""

    timeline: array[int]
    """Nanoseconds since the repeat began, a row per task: handed over, start, end, laps; -1 for
    what never happened."""
    width: int
    """Numbers in a row."""
    service: Histogram
    """From each task's start to its end."""
    submission: Histogram
    """From the beginning of the repeat to each task's end."""

    @property
    def tasks(self) -> int:
        """How many tasks the timeline has."""
        return len(self.timeline) // self.width

    @property
    def bytes(self) -> int:
        """What the timeline takes."""
        return 8 * len(self.timeline)

    def rows(self, first: int, most: int) -> list[list[int]]:
        """The rows of at most `most` tasks from `first` on."""
        width = self.width
        last = min(self.tasks, first + most)
        return [list(self.timeline[width * t : width * (t + 1)]) for t in range(first, last)]


def of(tape: Tape, repeat_ns: Sequence[int], tasks: int) -> Recording:
    """The recording of a round whose repeats began at `repeat_ns`."""
    service = Histogram()
    submission = Histogram()
    stamps = zip(tape.values, tape.start_ns, tape.end_ns)
    for slot, (value, start_ns, end_ns) in enumerate(stamps):
        if value != FAILED:
            service.add(end_ns - start_ns)
            submission.add(end_ns - repeat_ns[slot // tasks])
    width = _FIXED + len(tape.lap_ns) // tasks
    timeline = _timeline(tape, repeat_ns[-1], tasks * (len(repeat_ns) - 1), width)
    return Recording(timeline, width, service, submission)


def _timeline(tape: Tape, zero_ns: int, first: int, width: int) -> array[int]:
    columns = [places[first:] for places in (tape.handed_ns, tape.start_ns, tape.end_ns)]
    laps = width - _FIXED
    columns += [tape.lap_ns[lap::laps] for lap in range(laps)]
    timeline = array("q", bytes(8 * width * len(columns[0])))
    for at, column in enumerate(columns):
        # A stamp from before the repeat was left by an earlier one, or is the wiped tape's 0.
        since = [ns - zero_ns if ns >= zero_ns else -1 for ns in column]
        timeline[at::width] = array("q", since)
    return timeline
