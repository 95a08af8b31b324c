"""Which libraries a strategy stands on."""

from __future__ import annotations

from importlib import metadata


def of(*libraries: str) -> dict[str, object]:
    """The versions of installed `libraries`, by their names."""
    return {library: metadata.version(library) for library in libraries}
