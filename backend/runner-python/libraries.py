"""Adds the contenders' libraries to the environment whose interpreter runs this.

Where one of them cannot be had for this interpreter or platform, the others are added all the same:
a missing library makes one contender unavailable and not all of them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().with_name("requirements.txt")

# Wheels wherever there are some; curio and much of what PyPy needs are plain Python without one.
# A mirror or a proxy is the user's pip.conf's or environment's to say.
PIP = [
    *(sys.executable, "-I", "-m", "pip", "install"),
    *("--no-input", "--disable-pip-version-check", "--prefer-binary"),
    *("--timeout", "15", "--retries", "2"),
]


def main() -> int:
    """Adds all of them, or each that can be; the exit status."""
    if sys.prefix == sys.base_prefix:
        print("Racecard adds libraries to an environment of its own only, not to", sys.prefix)
        return 2
    if add("-r", str(REQUIREMENTS)):
        return 0
    print("Not all libraries can be added together; trying one after another.", flush=True)
    lines = requirements()
    # The first is plain Python: where it cannot be had, no other can, and why is said above.
    if not add(lines[0]):
        return 1
    for line in lines[1:]:
        if not add(line):
            print(f"Going on without {line}", flush=True)
    return 0


def add(*what: str) -> bool:
    """Whether pip could add `what`; what it says goes to this one's output."""
    return subprocess.run([*PIP, *what], stdin=subprocess.DEVNULL, check=False).returncode == 0


def requirements() -> list[str]:
    """The lines that name a library."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    sys.exit(main())
