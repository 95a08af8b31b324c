"""Downloads."""

from __future__ import annotations

from typing import NamedTuple

from racecard_runner.checksum.modulus import P
from racecard_runner.http.blocking_connection import BlockingConnection
from racecard_runner.http.download import Address, Download
from racecard_runner.workload.laps import Laps


class AtOrigin(NamedTuple):
    """URLs of each task's own at the local origin, the tasks spread over its addresses."""

    per_task: int
    addresses: list[Address]

    def download(self, task: int, url: int) -> Download:
        """Download number `url` of task number `task`."""
        address = self.addresses[task % len(self.addresses)]
        return Download(address, f"{address.ip}:{address.port}", f"/u/{task}/{url}")


class Given(NamedTuple):
    """The same URLs for every task."""

    downloads: list[Download]

    @property
    def per_task(self) -> int:
        """How many downloads each task makes."""
        return len(self.downloads)

    def download(self, _: int, url: int) -> Download:
        """Download number `url` of any task."""
        return self.downloads[url]


class Fetch:
    """Downloads URLs one after another over a connection of the task's own."""

    def __init__(self, urls: AtOrigin | Given, limit_ms: int) -> None:
        self.laps = urls.per_task
        self.limit_ms = limit_ms
        """The milliseconds that one download may take, connecting included."""
        self.download = urls.download

    def execute(self, task: int, laps: Laps) -> int:
        """Executes task number `task`, blocking while it waits; returns its value."""
        value = 0
        with BlockingConnection(self.limit_ms) as connection:
            for url in range(self.laps):
                value = fold(value, url, connection.get(self.download(task, url)))
                laps.mark(url)
        return value


def fold(value: int, url: int, body: int) -> int:
    """A task's value so far and the body of its download number `url`, folded together."""
    return (value + (url + 1) * body) % P
