"""What the downloads of all libraries have in common."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Callable

from racecard_runner.checksum import modulus
from racecard_runner.http.download import Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.workload.fetch import Fetch, fold
from racecard_runner.workload.laps import Laps

HEADERS = {"User-Agent": "racecard", "Accept": "*/*", "Accept-Encoding": "identity"}
"""What every request says besides its Host."""

MAX_HEAD_BYTES = 65_536


class Body:
    """A body as a number, as its bytes arrive."""

    __slots__ = ("_length", "_number")

    def __init__(self) -> None:
        self._number = 0
        self._length = 0

    def accept(self, data: bytes) -> None:
        """Takes the next bytes."""
        self._number = modulus.append(self._number, data)
        self._length += len(data)

    @property
    def value(self) -> int:
        """The number plus the length, modulo 2^61 - 1."""
        return (self._number + self._length) % modulus.P


async def one_by_one(
    work: Fetch, task: int, laps: Laps, get: Callable[[Download], Awaitable[int]]
) -> int:
    """Downloads what `work` has for `task`, each by `get`; the task's value."""
    value = 0
    for url in range(work.laps):
        value = fold(value, url, await get(work.download(task, url)))
        laps.mark(url)
    return value


def url(download: Download) -> str:
    """Its address and path, for libraries that take nothing but a URL."""
    ip, port = download.address
    return (
        f"http://[{ip}]:{port}{download.path}"
        if ":" in ip
        else f"http://{ip}:{port}{download.path}"
    )


def late(download: Download, limit_ms: int) -> HttpError:
    """The failure of a download that took too long."""
    return HttpError(f"no whole answer within {limit_ms} ms from {download}")


def failed(download: Download, error: BaseException) -> HttpError:
    """The failure of a download for what a library raised."""
    return HttpError(f"{download}: {error or type(error).__name__}")


def check_status(status: int) -> None:
    """Raises HttpError if an answer is not the one expected."""
    if status != 200:
        raise HttpError(f"answered with status {status} where 200 was expected")
