"""A round's timeline, put together from its pieces."""

from __future__ import annotations

from child import Child


def timeline(child: Child, number: int) -> list[list[int]]:
    """The rows of all tasks: handed over, start, end, then the downloads' ends."""
    rows: list[list[int]] = []
    total = 1
    while len(rows) < total:
        piece = child.ask({"type": "timeline", "round": number, "from": len(rows)})
        assert piece["type"] == "timeline", piece
        assert piece["tasks"], piece
        total = piece["total"]
        rows += piece["tasks"]
    return rows


def most_at_once(rows: list[list[int]]) -> int:
    """How many tasks were between their start and their end at once, at most."""
    changes = [(start, 1) for _, start, *_ in rows] + [(end, -1) for _, _, end, *_ in rows]
    most = now = 0
    for _, change in sorted(changes):
        now += change
        most = max(most, now)
    return most
