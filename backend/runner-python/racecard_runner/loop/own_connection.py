"""A task's connection over a library's own sockets."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Callable, Protocol

from racecard_runner.http.download import Address, Download
from racecard_runner.loop.h11_exchange import H11Exchange

_BUFFER_BYTES = 8_192


class Stream(Protocol):
    """A connected socket of a library's."""

    async def sendall(self, data: bytes) -> None:
        """Sends all of `data`."""

    async def recv(self, most: int) -> bytes:
        """At most `most` bytes, b"" at the end."""

    async def close(self) -> None:
        """Closes it."""


class OwnConnection:
    """A task's connection, opened when needed and kept between its downloads."""

    def __init__(self, connect: Callable[[Address], Awaitable[Stream]]) -> None:
        self._connect = connect
        self._stream: Stream | None = None
        self._address: Address | None = None
        self._exchange = H11Exchange()

    async def get(self, download: Download) -> int:
        """Downloads; returns the body as a number."""
        stream = await self._open(download.address)
        await stream.sendall(self._exchange.request(download))
        while not self._exchange.accept(await stream.recv(_BUFFER_BYTES)):
            pass
        value = self._exchange.value
        if not self._exchange.keep_alive:
            await self.close()
        return value

    async def _open(self, address: Address) -> Stream:
        if self._stream is None or address != self._address:
            await self.close()
            self._address = address
            self._exchange = H11Exchange()
            self._stream = await self._connect(address)
        return self._stream

    async def close(self) -> None:
        """Closes the connection, if one is open."""
        stream, self._stream = self._stream, None
        if stream is not None:
            await stream.close()
