"""A profile of this process, from its beginning to its end."""

from __future__ import annotations

import sys

from racecard_runner import facts
from racecard_runner.line.bad_message import BadMessage
from racecard_runner.profile import INTERVAL_NS, watched
from racecard_runner.profile.pauses import Pauses
from racecard_runner.profile.sampler import Sampler
from racecard_runner.workload.workloads import Workload

_MAX_FUNCTIONS = 20


def begin(work: Workload) -> Profile:
    """Begins to look at tasks of `work`; raises BadMessage if that cannot be done here."""
    name, version = sys.implementation.name, sys.version_info[:3]
    reason = why_not(name, version, facts.gil(), _interpreters())
    if reason is not None:
        raise BadMessage(reason, "NO_PROFILER")
    try:
        return Profile(work)
    except RuntimeError as error:
        raise BadMessage(f"The sampler could not be started: {error}.", "NO_PROFILER") from error


def why_not(name: str, version: tuple[int, ...], gil: str, interpreters: int) -> str | None:
    """Why threads cannot look at each other here without a crash, if so."""
    if name != "cpython":
        return (
            f"{name} may crash when one thread looks at what another one executes: its compiler"
            " does not expect that (seen with PyPy 7.3)."
        )
    if interpreters > 1:
        return (
            "This process has several interpreters, and Python does not show one what another one"
            " executes: until autumn 2026 it crashed when asked (python/cpython#158364)."
        )
    if gil == "off" and version < (3, 14, 4):
        return (
            "Without the GIL, Python before 3.14.4 may crash when one thread looks at what another"
            " one executes (python/cpython#144446)."
        )
    return None


def _interpreters() -> int:
    module = sys.modules.get("concurrent.interpreters")
    return 1 if module is None else len(module.list_all())


class Profile:
    """What is seen of this process until `end`."""

    def __init__(self, work: Workload) -> None:
        self._work = work
        self._sampler = Sampler(watched.name(work))
        self._sampler.start()
        self._pauses = Pauses()
        watched.begin(work, self._sampler)

    def profiling(self) -> dict[str, object]:
        """The answer to `profile`."""
        return {"type": "profiling", "profiler": "sampling", "interval_ns": INTERVAL_NS}

    def end(self) -> dict[str, object]:
        """Looks no more; the answer to `profile_end`."""
        watched.end(self._work)
        self._pauses.stop()
        self._sampler.stop()
        found = self._sampler.found
        most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MAX_FUNCTIONS]
        return {
            "type": "profiled",
            "samples": sum(found.values()),
            "functions": most,
            "events": [event.to_message() for event in (self._sampler.waits, self._pauses.event)],
            # tracemalloc could tell, and makes everything several times slower.
            "allocated_bytes": None,
        }
