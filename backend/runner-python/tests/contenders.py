"""The contenders on libraries that the interpreter under test can be, by its own account."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent
DESCRIBE_S = 10


def described(interpreter: str) -> dict[str, Any]:
    """What an interpreter says of itself."""
    command = [interpreter, "-I", str(FOLDER / "describe.py")]
    said = subprocess.run(command, stdout=subprocess.PIPE, timeout=DESCRIBE_S, check=True)
    assert said.stdout.count(b"\n") == 1
    description: dict[str, Any] = json.loads(said.stdout)
    return description


def manifest() -> dict[str, Any]:
    """The manifest of this folder."""
    told: dict[str, Any] = json.loads((FOLDER / "runtime.json").read_text(encoding="utf-8"))
    return told


def ids() -> list[str]:
    """The strategies of the manifest."""
    return [strategy["id"] for strategy in manifest()["strategies"]]


LOOPS = ["asyncio", "asyncio-process-pool", "uvloop", "trio", "curio", "twisted", "tornado"]
"""Those that never block and hand their computing to workers."""

_described = described(os.environ.get("RACECARD_PYTHON", sys.executable))
_missing = _described["missing"]
ON_LOOPS = [strategy for strategy in LOOPS if strategy not in _missing]
GREEN = [strategy for strategy in ("gevent", "eventlet") if strategy not in _missing]
AT_ONCE = ON_LOOPS + GREEN
CONTENDERS = [*AT_ONCE, "asyncio-blocking"]

PROFILES = _described["runtime"].startswith("cpython")
"""Whether the interpreter can look at its own threads."""
