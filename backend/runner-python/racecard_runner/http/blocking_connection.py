"""Connections whose user waits."""

from __future__ import annotations

import socket
from time import perf_counter
from types import TracebackType

from racecard_runner.http.download import Address, Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.http.response import Response

_BUFFER_BYTES = 8_192


class BlockingConnection:
    """A task's connection, opened when needed and kept between its downloads; waiting blocks."""

    def __init__(self, limit_ms: int) -> None:
        self._limit_ms = limit_ms
        self._socket: socket.socket | None = None
        self._address: Address | None = None

    def get(self, download: Download) -> int:
        """Downloads; returns the body as a number, as in Response.value."""
        deadline = perf_counter() + self._limit_ms / 1e3
        try:
            connected = self._open(download.address)
            connected.sendall(download.request())
            response = _read(connected, deadline)
        except socket.timeout:
            raise HttpError(f"no whole answer within {self._limit_ms} ms from {download}") from None
        except OSError as error:
            raise HttpError(f"{download}: {error}") from error
        if not response.keep_alive:
            self.close()
        return response.value

    def _open(self, address: Address) -> socket.socket:
        if self._socket is None or address != self._address:
            self.close()
            self._address = address
            self._socket = socket.socket(address.family, socket.SOCK_STREAM)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(self._limit_ms / 1e3)
            self._socket.connect(address)
        return self._socket

    def close(self) -> None:
        """Closes the connection, if one is open."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def __enter__(self) -> BlockingConnection:
        return self

    def __exit__(
        self,
        _: type[BaseException] | None,
        __: BaseException | None,
        ___: TracebackType | None,
    ) -> None:
        self.close()


def _read(connected: socket.socket, deadline: float) -> Response:
    response = Response()
    while True:
        left = deadline - perf_counter()
        if left <= 0:
            raise socket.timeout
        connected.settimeout(left)
        data = connected.recv(_BUFFER_BYTES)
        if not data:
            response.end()
            return response
        if response.accept(data):
            return response
