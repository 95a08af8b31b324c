"""A task of trio's for each task, all in one nursery; downloads by h11 over trio's own streams."""

from __future__ import annotations

import threading
from functools import partial
from typing import Callable, TypeVar

import trio

from racecard_runner.http.download import Address, Download
from racecard_runner.loop import coroutine, downloads, versions
from racecard_runner.loop.own_connection import OwnConnection
from racecard_runner.round.batch import Batch
from racecard_runner.round.strategy import Needs, Strategy
from racecard_runner.setting import Setting
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps

NEEDS = Needs(executor=True)

T = TypeVar("T")


def create(setting: Setting) -> Strategy:
    """The strategy for `prepare`'s setting."""
    return Trio(setting)


class Trio(Strategy):
    """trio's loop on a thread of its own, so that it is kept between rounds."""

    def __init__(self, setting: Setting) -> None:
        self._in_flight = setting.in_flight
        self._size = setting.executor_size
        self._threads = trio.CapacityLimiter(self._size)
        self._execute = coroutine.of(setting.workload, self)
        self._begun = threading.Event()
        self._loop = threading.Thread(target=trio.run, args=(self._live,), daemon=True)
        self._loop.start()
        self._begun.wait()

    async def _live(self) -> None:
        self._token = trio.lowlevel.current_trio_token()
        self._over = trio.Event()
        self._begun.set()
        await self._over.wait()

    def execute(self, batch: Batch) -> None:
        """Executes all tasks of `batch`."""
        trio.from_thread.run(self._all, batch, trio_token=self._token)

    async def _all(self, batch: Batch) -> None:
        permits = trio.Semaphore(self._in_flight)

        async def one(task: int) -> None:
            await self._execute(batch, task)
            permits.release()

        async with trio.open_nursery() as nursery:
            for task in range(batch.tasks):
                await permits.acquire()
                batch.hand_over(task)
                nursery.start_soon(one, task)

    async def sleep(self, us: int) -> None:
        """Waits at least `us` microseconds."""
        await trio.sleep(us / 1e6)

    async def offload(self, function: Callable[[int], T], task: int) -> T:
        """The result of `function` for `task`, called by one of trio's threads."""
        return await trio.to_thread.run_sync(function, task, limiter=self._threads)

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
        return {"executor_threads": self._size, **versions.of("trio", "h11")}

    def close(self) -> None:
        """Ends the loop."""
        trio.from_thread.run_sync(self._over.set, trio_token=self._token)
        self._loop.join()


async def _get(connection: OwnConnection, limit_ms: int, download: Download) -> int:
    try:
        with trio.fail_after(limit_ms / 1e3):
            return await connection.get(download)
    except trio.TooSlowError:
        raise downloads.late(download, limit_ms) from None
    except (OSError, trio.BrokenResourceError) as error:
        raise downloads.failed(download, error) from error


async def _connect(address: Address) -> _Stream:
    connected = trio.socket.socket(address.family)
    try:
        await connected.connect(address)
    except BaseException:
        connected.close()
        raise
    return _Stream(trio.SocketStream(connected))


class _Stream:
    def __init__(self, stream: trio.SocketStream) -> None:
        self.sendall = stream.send_all
        self.recv = stream.receive_some
        self.close = stream.aclose
