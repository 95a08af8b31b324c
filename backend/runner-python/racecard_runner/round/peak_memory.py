"""The most resident memory of a process."""

from __future__ import annotations

import resource
import sys

# The system's own unit; Linux counts KiB.
_UNIT = 1 if sys.platform == "darwin" else 1024


def reset() -> None:
    """Lets the peak begin anew at what is resident now, where the system allows it."""
    try:
        with open("/proc/self/clear_refs", "wb", buffering=0) as clear:
            clear.write(b"5")
    except OSError:
        # Then the peak is the one since the process began, as the protocol says.
        return


def own_bytes() -> int | None:
    """The peak of this process, None where the system does not tell."""
    peak = of_process("self")
    if peak is not None:
        return peak
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT or None


def of_process(pid: object) -> int | None:
    """The peak of the process `pid` by Linux's account, None where there is none."""
    try:
        with open(f"/proc/{pid}/status", "rb") as status:
            for line in status:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        return None
    return None
