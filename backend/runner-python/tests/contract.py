"""What every runner must do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parents[2] / "runner-contract"


def table(name: str) -> list[dict[str, Any]]:
    """The rows of a table of vectors.json."""
    tables = json.loads((_FOLDER / "vectors.json").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = tables[name]
    return rows


def transcripts() -> list[Path]:
    """The conversations that are replayed."""
    return sorted((_FOLDER / "transcripts").glob("*.ndjson"))


def lines(transcript: Path) -> list[dict[str, Any]]:
    """The lines of a conversation."""
    return [json.loads(line) for line in transcript.read_text(encoding="utf-8").splitlines()]


def mismatch(where: str, expected: object, actual: object) -> str | None:
    """Where and how `actual` differs from what a transcript expects; None if it matches."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        found = (
            mismatch(f"{where}.{name}", value, actual.get(name, "<missing>"))
            for name, value in expected.items()
        )
        return next((text for text in found if text), None)
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        found = (mismatch(f"{where}[{at}]", *pair) for at, pair in enumerate(zip(expected, actual)))
        return next((text for text in found if text), None)
    if isinstance(expected, str) and expected.startswith("<"):
        matches = _matches(expected[1:-1], actual)
    else:
        matches = type(expected) is type(actual) and expected == actual
    return None if matches else f"{where}: expected {expected} but was {actual}"


def _matches(pattern: str, actual: object) -> bool:
    if pattern.startswith("contains "):
        return isinstance(actual, str) and pattern[len("contains ") :] in actual
    kinds: dict[str, type] = {"text": str, "object": dict, "list": list, "boolean": bool}
    if pattern in kinds:
        return isinstance(actual, kinds[pattern])
    if pattern == "any" or (pattern == "int or null" and actual is None):
        return True
    return type(actual) is int and _within(pattern, actual)


def _within(pattern: str, number: int) -> bool:
    least, dots, most = pattern.removeprefix("int ").partition("..")
    return not dots or (int(least) <= number and (not most or number <= int(most)))
