"""What must change in the standard library before anybody has taken a part of it, and what was."""

from __future__ import annotations

import importlib
import sys
from typing import Any


def standard_library(strategies: list[str]) -> None:
    """Makes sockets, waiting and threads those of the library that the child is started for."""
    try:
        if strategies == ["gevent"]:
            importlib.import_module("gevent.monkey").patch_all()
        elif strategies == ["eventlet"]:
            importlib.import_module("eventlet").monkey_patch()
    except Exception as error:
        # Not the end: importing the strategy fails as well, and that is answered.
        print(f"Racecard: {strategies[0]} could not patch: {error!r}", file=sys.stderr)


def original(module: str, name: str) -> Any:
    """What `name` of the standard library's `module` was before anybody patched it."""
    gevent = sys.modules.get("gevent.monkey")
    if gevent is not None:
        return gevent.get_original(module, name)
    eventlet = sys.modules.get("eventlet.patcher")
    if eventlet is not None:
        return getattr(eventlet.original(module), name)
    return getattr(importlib.import_module(module), name)
