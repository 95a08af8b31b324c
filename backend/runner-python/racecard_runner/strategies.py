"""Finds the strategy that a `prepare` asks for."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Callable, NamedTuple

from racecard_runner import strategy
from racecard_runner.line.message import shortened
from racecard_runner.line.refusal import Refusal
from racecard_runner.round.batch import told
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting


class Found(NamedTuple):
    """A strategy that can be imported here."""

    needs: Needs
    create: Callable[[Setting], Strategy]


def known() -> list[str]:
    """The ids of all strategies, whether their libraries are there or not."""
    modules = (module.name for module in pkgutil.iter_modules(strategy.__path__))
    return sorted(name.replace("_", "-") for name in modules)


def find(name: str) -> Found:
    """The strategy `name`; raises Refusal if there is none, or if its library is missing."""
    if not re.fullmatch("[a-z][a-z-]*", name) or name not in known():
        raise Refusal(
            "UNKNOWN_STRATEGY",
            f"Python's runner does not know the strategy `{shortened(name)}`.",
            f"Choose one of {', '.join(known())}.",
        )
    try:
        module = importlib.import_module(f"{strategy.__name__}.{name.replace('-', '_')}")
    except Refusal:
        raise
    except Exception as error:
        raise _missing(name, error) from error
    return Found(module.NEEDS, module.create)


def _missing(name: str, error: Exception) -> Refusal:
    library = error.name if isinstance(error, ImportError) and error.name else None
    what = f"The library `{library}`" if library else "A library"
    return Refusal(
        "LIBRARY_MISSING",
        f"{what} that the strategy `{name}` needs cannot be imported: {told(error)}.",
        "Install it for this interpreter, or measure without this contender.",
    )
