"""A real origin in a process of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from asked import NONCE
from child import Child

_OLDEST = 25


class Origin:
    """The local HTTP server that `fetch` downloads from."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self.addresses: list[str] = child.answer()["addresses"]

    @staticmethod
    def start(jar: Path) -> Origin:
        """Starts one; it must have been built."""
        assert jar.exists(), f"{jar} is missing: ./mvnw package -pl backend/origin -am builds it"
        return Origin(Child([_java(), "-XX:+UseSerialGC", "-Xmx128m", "-jar", str(jar)]))

    def configure(self, **settings: Any) -> Origin:
        """Answers as it is told from now on."""
        asked = {"nonce": NONCE, "delay_ms": 1, "jitter_ms": 0, "body_bytes": 100, "seed": 1}
        answer = self._child.ask({"type": "configure", **asked, **settings})
        assert answer["type"] == "configured", answer
        return self

    def fault(self, kind: str, after: int = 0) -> None:
        """Fails from request number `after` on."""
        self._child.ask({"type": "fault", "kind": kind, "after": after, "status": 503})

    def stats(self) -> dict[str, Any]:
        """What it counted."""
        return self._child.ask({"type": "stats"})

    def close(self) -> None:
        """Ends it."""
        self._child.close()


def _java() -> str:
    places = [Path(home) for home in [os.environ.get("JAVA_HOME")] if home]
    places += sorted(Path("/usr/lib/jvm").glob("*"))
    for home in places:
        release = home / "release"
        if release.exists() and f'JAVA_VERSION="{_OLDEST}' in release.read_text():
            return str(home / "bin" / "java")
    found = shutil.which("java")
    assert found, f"a JDK {_OLDEST} is needed for the origin: set JAVA_HOME"
    return found
