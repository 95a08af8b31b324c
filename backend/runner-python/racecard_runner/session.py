"""One conversation with the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from racecard_runner.line.bad_message import BadMessage
from racecard_runner.line.message import Message, shortened
from racecard_runner.line.refusal import Refusal
from racecard_runner.prepared import Prepared, prepare
from racecard_runner.workload import calibration

if TYPE_CHECKING:
    from racecard_runner.profile.profiler import Profile

PROTOCOL = 1

_MAX_INT = 2**31 - 1
_Answer = dict[str, object]


class Session:
    """Which question is answered by whom, and when it may be."""

    def __init__(self) -> None:
        self.over = False
        """Whether the coordinator said bye."""
        self._prepared: Prepared | None = None
        self._profile: Profile | None = None
        self._answers: dict[str, Callable[[Message], _Answer]] = {
            "bye": self._bye,
            "calibrate": _calibrate,
            "latency": lambda question: self._ready().latency(question),
            "ping": lambda _: {"type": "pong"},
            "prepare": self._prepare,
            "profile": self._begin_profile,
            "profile_end": self._end_profile,
            "round": lambda question: self._ready().round(question),
            "timeline": lambda question: self._ready().timeline(question),
        }

    def answer(self, question: Message) -> _Answer:
        """Answers `question`; raises BadMessage if it cannot be obeyed."""
        name = question.text("type")
        answer = self._answers.get(name)
        if answer is None:
            known = ", ".join(self._answers)
            raise BadMessage(f"Unknown message type `{shortened(name)}`. Known are {known}.")
        return answer(question)

    def _prepare(self, question: Message) -> _Answer:
        protocol = question.number("protocol", 0, _MAX_INT)
        if protocol != PROTOCOL:
            raise BadMessage(
                f"This runner speaks protocol {PROTOCOL}, not {protocol}.", "WRONG_PROTOCOL"
            )
        if self._prepared is not None:
            raise BadMessage("Already prepared: a child measures one contender.")
        try:
            self._prepared = prepare(question)
        except Refusal as refusal:
            return refusal.to_message()
        return self._prepared.ready()

    def _ready(self) -> Prepared:
        if self._prepared is None:
            raise BadMessage("Nothing is prepared yet: send `prepare` first.", "NOT_PREPARED")
        return self._prepared

    def _begin_profile(self, _: Message) -> _Answer:
        prepared = self._ready()
        if self._profile is not None:
            raise BadMessage("This process is profiled already: send `profile_end` first.")
        self._profile = prepared.profile()
        return self._profile.profiling()

    def _end_profile(self, _: Message) -> _Answer:
        if self._profile is None:
            raise BadMessage("This process is not profiled: send `profile` first.")
        profile, self._profile = self._profile, None
        return profile.end()

    def _bye(self, _: Message) -> _Answer:
        self.over = True
        if self._profile is not None:
            self._profile.end()
        if self._prepared is not None:
            self._prepared.close()
        return {"type": "bye"}


def _calibrate(question: Message) -> _Answer:
    cpu_ns = question.number("cpu_ns", 1, 10_000_000_000)
    return {"type": "calibrated", "cpu_ns": cpu_ns, "steps": calibration.steps(cpu_ns)}
