"""Prints what this interpreter is and which contenders it can be, as one line of JSON.

Runs on interpreters that are too old to be measured, hence its plain syntax, and says so.
"""

import importlib
import json
import multiprocessing
import os
import platform
import sys
import sysconfig
import warnings
from typing import Any, Dict, Optional, Tuple

OLDEST = (3, 9)
MEASURED = {"cpython": "CPython", "pypy": "PyPy"}

# What each strategy imports besides the standard library.
LIBRARIES = {
    "gevent": ("gevent",),
    "eventlet": ("eventlet",),
    "asyncio": ("aiohttp",),
    "asyncio-process-pool": ("aiohttp",),
    "uvloop": ("uvloop", "aiohttp"),
    "trio": ("trio", "h11"),
    "curio": ("curio", "h11"),
    "twisted": ("twisted",),
    "tornado": ("tornado",),
}
# What of a library is imported, where its name alone would load next to nothing.
PARTS = {"twisted": "twisted.web.client", "tornado": "tornado.http1connection"}

Missing = Dict[str, Dict[str, Any]]


def main() -> None:
    """Prints the line."""
    line = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # a library that prints when it is imported is not part of the line
    warnings.simplefilter("ignore")
    json.dump(described(), line)
    line.write("\n")
    line.flush()
    os._exit(0)  # not even a library's own end may spoil it


def described() -> Dict[str, Any]:
    """What the line says."""
    reason = why_not_measured()
    known = facts()  # before any library: one that is not ready for it turns the GIL on
    versions = {}  # type: Dict[str, str]
    missing = {}  # type: Missing
    if reason is None:
        versions, missing = libraries_and_missing()
    return {
        "runtime": runtime(),
        "title": "{} {}".format(implementation(), runtime().split("-", 1)[1]),
        "version": platform.python_version(),
        "executable": executable(),
        "reason": reason,
        "facts": known,
        "libraries": versions,
        "missing": missing,
    }


def runtime() -> str:
    """The first part of its contenders' names."""
    threaded = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    return "{}-{}.{}{}".format(sys.implementation.name, *sys.version_info[:2], threaded)


def implementation() -> str:
    """What a person calls the kind of interpreter."""
    return MEASURED.get(sys.implementation.name, platform.python_implementation())


def executable() -> str:
    """The interpreter itself, behind links and virtual environments."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def why_not_measured() -> Optional[str]:
    """Why no contender of this interpreter can be measured, if so."""
    version = "{}.{}".format(*sys.version_info[:2])
    if sys.implementation.name not in MEASURED:
        return "Racecard measures CPython and PyPy; this is {}.".format(implementation())
    if sys.version_info < OLDEST:
        oldest = "{}.{}".format(*OLDEST)
        return "Python {} is older than {}, the oldest that Racecard measures.".format(
            version, oldest
        )
    return None


def facts() -> Dict[str, Any]:
    """What may explain how it measures."""
    told = {
        "build": " ".join(platform.python_build()),
        "compiler": platform.python_compiler(),
        "gil": gil(),
        "switch_interval_ms": sys.getswitchinterval() * 1e3,
        "start_method": multiprocessing.get_start_method(),
        "digit_bits": sys.int_info.bits_per_digit,
    }  # type: Dict[str, Any]
    pypy = getattr(sys, "pypy_version_info", None)
    if pypy:
        told["pypy"] = "{}.{}.{}".format(*pypy)
    if hasattr(sys, "gettotalrefcount"):
        told["debug"] = True
    return told


def gil() -> str:
    """Whether one thread at a time executes Python."""
    enabled = getattr(sys, "_is_gil_enabled", None)
    return "on" if enabled is None or enabled() else "off"


def libraries_and_missing() -> Tuple[Dict[str, str], Missing]:
    """The versions of the libraries that work, and the strategies that lack something."""
    versions = {}
    broken = {}
    for library in sorted({name for names in LIBRARIES.values() for name in names}):
        broken[library] = unsupported(library)
        if broken[library] is None:
            broken[library] = trouble(library)
        if broken[library] is None:
            versions[library] = version(library)
    missing = {}
    for strategy, names in LIBRARIES.items():
        first = next((broken[name] for name in names if broken[name] is not None), None)
        if first is not None:
            missing[strategy] = first
    missing.update(too_old())
    return versions, missing


def unsupported(
    library: str,
    kind: str = sys.implementation.name,
    release: Tuple[int, int] = sys.version_info[:2],
) -> Optional[Dict[str, Any]]:
    """Why `library` exists for no interpreter of that kind and release, if so."""
    pypy = kind == "pypy"
    if library == "curio" and release >= (3, 12):
        return _lasting(
            "curio, which its author has archived, cannot be imported from Python 3.12 on."
        )
    if library == "uvloop" and pypy:
        return _lasting("uvloop exists for CPython only.")
    if library == "gevent" and pypy:
        return _lasting("gevent needs a newer kind of greenlets than PyPy brings with it.")
    return None


def trouble(library: str) -> Optional[Dict[str, Any]]:
    """Why `library` cannot be imported here, if so."""
    try:
        importlib.import_module(PARTS.get(library, library))
    except ModuleNotFoundError as error:
        if error.name == library:
            return {"reason": "The library {} is not installed.".format(library), "library": True}
        return _broken(library, error)
    except BaseException as error:  # whatever a broken library raises
        return _broken(library, error)
    return None


def version(library: str) -> str:
    """The version of an installed library."""
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return str(getattr(sys.modules[library], "__version__", "unknown"))


def too_old() -> Missing:
    """The strategies that need a newer Python."""
    if sys.implementation.name == "cpython" and sys.version_info >= (3, 14):
        return {}
    this = runtime().replace("cpython-", "").replace("pypy-", "PyPy ")
    return {"interpreters": _lasting("It needs CPython 3.14; this is {}.".format(this))}


def _lasting(reason: str) -> Dict[str, Any]:
    return {"reason": reason, "library": False}


def _broken(library: str, error: BaseException) -> Dict[str, Any]:
    text = "{}: {}".format(type(error).__name__, error).splitlines()[0][:200]
    reason = "The library {} is installed but cannot be imported ({}).".format(library, text)
    return {"reason": reason, "library": True}


if __name__ == "__main__":
    main()
