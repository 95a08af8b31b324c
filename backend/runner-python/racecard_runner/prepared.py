"""A contender that is ready for rounds."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING

from racecard_runner import facts, host_limits, limits, setting, strategies
from racecard_runner.line.bad_message import BadMessage
from racecard_runner.line.message import LARGEST, Message
from racecard_runner.line.refusal import Refusal
from racecard_runner.round.batch import told
from racecard_runner.round.histogram import Histogram
from racecard_runner.round.recording import Recording
from racecard_runner.round.recordings import Recordings
from racecard_runner.round.round import Result, Round
from racecard_runner.round.strategy import Strategy
from racecard_runner.setting import Setting

if TYPE_CHECKING:
    from racecard_runner.profile.profiler import Profile

_MAX_EXECUTIONS = 1_000_000
_MAX_TASKS_A_PIECE = 500
_MAX_BUCKETS_A_PIECE = 2_000
# What a piece's numbers may take, so that the line around them fits too.
_MAX_PIECE_CHARACTERS = 60_000

_Answer = dict[str, object]


def prepare(message: Message) -> Prepared:
    """Prepares what `message` asks for; raises Refusal if this host cannot do it."""
    found = strategies.find(message.text("strategy"))
    asked = _setting(message, found)
    limits.check(asked, host_limits.read())
    start_ns = perf_counter_ns()
    try:
        strategy = found.create(asked)
    except (OSError, EOFError, RuntimeError, MemoryError) as error:
        raise BadMessage(
            f"The strategy could not be prepared: {told(error)}.", "NOT_CREATED"
        ) from error
    return Prepared(asked, strategy, perf_counter_ns() - start_ns)


def _setting(message: Message, found: strategies.Found) -> Setting:
    try:
        return setting.read(message, found.needs)
    except MemoryError:
        raise Refusal(
            "NOT_ENOUGH_MEMORY",
            "The workload's buffer does not fit the memory that this process may use.",
            "Ask for a smaller buffer.",
        ) from None


class Prepared:
    """A contender that is ready for rounds, and what its rounds left."""

    def __init__(self, asked: Setting, strategy: Strategy, setup_ns: int) -> None:
        self._setting = asked
        self._strategy = strategy
        self._round = Round(asked.workload, strategy, asked.tasks)
        self._setup_ns = setup_ns
        self._recordings = Recordings()
        self._used: set[int] = set()

    def ready(self) -> _Answer:
        """The answer to `prepare`."""
        return {
            "type": "ready",
            "setup_ns": self._setup_ns,
            "effective_in_flight": self._setting.effective_in_flight,
            "facts": facts.of(self._strategy),
        }

    def round(self, question: Message) -> _Answer:
        """Executes a round."""
        number = question.number("round", 0, LARGEST)
        most = max(1, _MAX_EXECUTIONS // self._setting.tasks)
        repeats = question.number("repeats", 1, most)
        record = question.flag("record")
        if number in self._used:
            raise BadMessage(f"There was a round {number} before; give each its own number.")
        self._used.add(number)
        result = self._round.execute(repeats, record)
        if result.recording is not None:
            self._recordings.keep(number, result.recording)
        return _rounded(result, number, repeats)

    def timeline(self, question: Message) -> _Answer:
        """A piece of a recorded round's timeline."""
        number = question.number("round", 0, LARGEST)
        recording = self._recording(number)
        first = question.number("from", 0, recording.tasks)
        return {
            "type": "timeline",
            "round": number,
            "from": first,
            "total": recording.tasks,
            "tasks": _piece(recording.rows(first, _MAX_TASKS_A_PIECE)),
        }

    def latency(self, question: Message) -> _Answer:
        """A piece of the latencies of recorded rounds."""
        of = question.text("of")
        if of not in ("service", "submission"):
            raise BadMessage("The field `of` must be `service` or `submission`.")
        merged = Histogram()
        for number in _rounds(question):
            recording = self._recording(number)
            merged.add_all(recording.service if of == "service" else recording.submission)
        buckets = merged.buckets()
        first = question.number("from", 0, len(buckets))
        return {
            "type": "latency",
            "of": of,
            "from": first,
            "total": len(buckets),
            "count": merged.count,
            "min_ns": merged.least_ns,
            "max_ns": merged.most_ns,
            "buckets": buckets[first : first + _MAX_BUCKETS_A_PIECE],
        }

    def profile(self) -> Profile:
        """Begins to look at what its rounds do; raises BadMessage if that cannot be done here."""
        from racecard_runner.profile import profiler

        return profiler.begin(self._setting.workload)

    def close(self) -> None:
        """Ends all that the strategy keeps."""
        self._strategy.close()

    def _recording(self, number: int) -> Recording:
        recording = self._recordings.find(number)
        if recording is None:
            raise BadMessage(f"Round {number} is not kept here.", "NOT_RECORDED")
        return recording


def _rounds(question: Message) -> list[int]:
    rounds = question.numbers("rounds")
    if not rounds:
        raise BadMessage("The field `rounds` must not be empty.")
    return rounds


def _rounded(result: Result, number: int, repeats: int) -> _Answer:
    used = result.counters
    return {
        "type": "rounded",
        "round": number,
        "started_ns": result.started_ns,
        "wall_ns": result.wall_ns,
        "repeats": repeats,
        "checksum": str(result.checksum),
        "errors": result.errors,
        "first_error": result.first_error,
        "cpu_ns": used.cpu_ns,
        "memory_bytes": result.memory_bytes,
        "threads": result.threads,
        "threads_started": result.threads_started,
        "virtual_threads": result.virtual_threads,
        "processes": result.processes,
        "processes_started": result.processes_started,
        "gc_count": used.gc_count,
        "gc_ns": used.gc_ns,
        "compile_ns": None,
        "classes_loaded": None,
        "voluntary_switches": used.voluntary_switches,
        "involuntary_switches": used.involuntary_switches,
    }


def _piece(rows: list[list[int]]) -> list[list[int]]:
    characters = 0
    for count, row in enumerate(rows):
        characters += sum(len(str(number)) + 2 for number in row)
        if characters > _MAX_PIECE_CHARACTERS and count > 0:
            return rows[:count]
    return rows
