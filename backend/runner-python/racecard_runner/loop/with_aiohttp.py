"""Downloads with aiohttp."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ConnectionKey
from aiohttp.connector import Connection
from yarl import URL

from racecard_runner.http.download import Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.loop import downloads
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps


class Client:
    """A session that all tasks share, as aiohttp advises, with a connection for each of them."""

    def __init__(self, limit_ms: int) -> None:
        self._limit_ms = limit_ms
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            request_class=_RequestOfTask,
            headers=downloads.HEADERS,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=limit_ms / 1e3, ceil_threshold=float("inf")),
            auto_decompress=False,
            trust_env=False,
            max_line_size=downloads.MAX_HEAD_BYTES,
            max_field_size=downloads.MAX_HEAD_BYTES,
        )

    @staticmethod
    async def start(limit_ms: int) -> Client:
        """A client on the loop that executes this."""
        return Client(limit_ms)

    async def fetch(self, work: Fetch, task: int, laps: Laps) -> int:
        """Downloads what `work` has for `task` over a connection of its own; the task's value."""
        own = _Own(task)
        _own.set(own)
        try:
            return await downloads.one_by_one(work, task, laps, self._get)
        finally:
            own.close()
            # The loop closes a socket in its next turn: until then the task has not ended.
            await asyncio.sleep(0)

    async def _get(self, download: Download) -> int:
        url = URL(downloads.url(download), encoded=True)
        headers = {"Host": download.host}
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                downloads.check_status(response.status)
                body = downloads.Body()
                async for data in response.content.iter_any():
                    body.accept(data)
        except asyncio.TimeoutError:
            raise downloads.late(download, self._limit_ms) from None
        except (aiohttp.ClientError, HttpError, OSError) as error:
            raise downloads.failed(download, error) from error
        return body.value

    async def close(self) -> None:
        """Ends the session."""
        await self._session.close()


class _Own:
    """The connection of one task, which is on its context."""

    __slots__ = ("_protocol", "task")

    def __init__(self, task: int) -> None:
        self.task = task
        self._protocol: ResponseHandler | None = None

    def use(self, protocol: ResponseHandler | None) -> None:
        if self._protocol is not protocol:
            self.close()
            self._protocol = protocol

    def close(self) -> None:
        if self._protocol is not None:
            self._protocol.close()


_own: ContextVar[_Own] = ContextVar("own")


# By itself aiohttp would lend a connection that one task has finished with to another.
class _RequestOfTask(aiohttp.ClientRequest):
    @property
    def connection_key(self) -> ConnectionKey:
        return super().connection_key._replace(proxy_headers_hash=_own.get().task)

    async def send(self, conn: Connection) -> aiohttp.ClientResponse:
        _own.get().use(conn.protocol)
        return await super().send(conn)
