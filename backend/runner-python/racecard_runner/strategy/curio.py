"""A task of curio's for each task, all in one group; downloads by h11 over curio's own sockets."""

from __future__ import annotations

from functools import partial
from threading import Barrier
from typing import Any, Callable, TypeVar, cast

import curio
from curio import socket

from racecard_runner.http.download import Address, Download
from racecard_runner.loop import coroutine, downloads, versions
from racecard_runner.loop.own_connection import OwnConnection, Stream
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps

NEEDS = Needs(executor=True)

_START_S = 30

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Curio(setting)


class Curio(Strategy):
    """One kernel, kept between rounds."""

    def __init__(self, setting: Setting) -> None:
        self._in_flight = setting.in_flight
        self._size = setting.executor_size
        self._execute = coroutine.of(setting.workload, self)
        self._threads = curio.Semaphore(self._size)
        self._kernel = curio.Kernel()
        self._kernel.run(_start_threads, self._size)

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        self._kernel.run(self._all, batch)

    async def _all(self, batch: Batch) -> None:
        permits = curio.Semaphore(self._in_flight)

        async def one(task: int) -> None:
            await self._execute(batch, task)
            await permits.release()

        async with curio.TaskGroup() as group:
            for task in range(batch.tasks):
                await permits.acquire()
                batch.hand_over(task)
                await group.spawn(one, task)

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds."""
        await curio.sleep(us / 1e6)

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called by one of curio's threads."""
        async with self._threads:
            result: T = await curio.run_in_thread(function, task)
            return result

    async def fetch(self, work: Fetch, task: int, laps: Laps) -> int:
        """Downloads over a connection of the task's own."""
        connection = OwnConnection(_connect)
        try:
            get = partial(_get, connection, work.limit_ms)
            return await downloads.one_by_one(work, task, laps, get)
        finally:
            await connection.close()

    def facts(self) -> dict[str, object]:
        """What it stands on, and how many threads compute."""
        return {"executor_threads": self._size, **versions.of("curio", "h11")}

    def close(self) -> None:
        """Ends the kernel and its threads."""
        self._kernel.run(shutdown=True)


async def _start_threads(count: int) -> None:
    everybody = Barrier(count)
    async with curio.TaskGroup() as group:
        for _ in range(count):
            await group.spawn(curio.run_in_thread, everybody.wait, _START_S)


async def _get(connection: OwnConnection, limit_ms: int, download: Download) -> int:
    try:
        value: int = await curio.timeout_after(limit_ms / 1e3, connection.get, download)
    except curio.TaskTimeout:
        raise downloads.late(download, limit_ms) from None
    except OSError as error:
        raise downloads.failed(download, error) from error
    return value


async def _connect(address: Address) -> Stream:
    connected: Any = socket.socket(address.family, socket.SOCK_STREAM)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        await connected.connect(address)
    except BaseException:
        await connected.close()
        raise
    return cast("Stream", connected)
