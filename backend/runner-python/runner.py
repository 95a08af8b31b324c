"""The measured child of Python: ``python -I runner.py <strategy>`` speaks docs/PROTOCOL.md."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


def _main() -> None:
    from racecard_runner import guard, patch

    # Both come before anything that they change is in use: threads, sockets, files.
    guard.start()
    patch.standard_library(sys.argv[1:])
    from racecard_runner import main

    main.speak()


# A spawned process imports this file under another name, for the path to its package.
if __name__ == "__main__":
    _main()
