"""A task's connection over Tornado's streams."""

from __future__ import annotations

import socket
from datetime import timedelta

from tornado import gen, util
from tornado.http1connection import HTTP1Connection, HTTP1ConnectionParameters
from tornado.httputil import (
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.iostream import IOStream, StreamClosedError

from racecard_runner.http.download import Address, Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.loop import downloads

_PARAMETERS = HTTP1ConnectionParameters(max_header_size=downloads.MAX_HEAD_BYTES)


class TornadoConnection:
    """A task's connection, opened when needed and kept between its downloads."""

    def __init__(self, limit_ms: int) -> None:
        self._limit_ms = limit_ms
        self._stream: IOStream | None = None
        self._address: Address | None = None

    async def get(self, download: Download) -> int:
        """Downloads; returns the body as a number."""
        limit = timedelta(milliseconds=self._limit_ms)
        try:
            value: int = await gen.with_timeout(limit, self._get(download), StreamClosedError)
        except util.TimeoutError:
            self.close()
            raise downloads.late(download, self._limit_ms) from None
        except OSError as error:
            self.close()
            real = error.real_error if isinstance(error, StreamClosedError) else None
            raise downloads.failed(download, real or error) from error
        return value

    async def _get(self, download: Download) -> int:
        stream = await self._open(download.address)
        http = HTTP1Connection(stream, True, _PARAMETERS)
        answer = _Answer()
        headers = HTTPHeaders({"Host": download.host, **downloads.HEADERS})
        http.write_headers(RequestStartLine("GET", download.path, "HTTP/1.1"), headers)
        http.finish()
        await http.read_response(answer)
        value = answer.value()
        if not answer.keep_alive:
            self.close()
        return value

    async def _open(self, address: Address) -> IOStream:
        if self._stream is None or self._stream.closed() or address != self._address:
            self.close()
            self._address = address
            self._stream = IOStream(socket.socket(address.family, socket.SOCK_STREAM))
            self._stream.set_nodelay(True)
            await self._stream.connect(address)
        return self._stream

    def close(self) -> None:
        """Closes the connection, if one is open."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


class _Answer(HTTPMessageDelegate):
    def __init__(self) -> None:
        self.keep_alive = False
        self._status: int | None = None
        self._body = downloads.Body()
        self._complete = False

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> None:
        if isinstance(start_line, ResponseStartLine):
            self._status = start_line.code
            said = headers.get("Connection", "").lower()
            http11 = start_line.version == "HTTP/1.1"
            self.keep_alive = "close" not in said and (http11 or "keep-alive" in said)

    def data_received(self, chunk: bytes) -> None:
        self._body.accept(chunk)

    def finish(self) -> None:
        self._complete = True

    def value(self) -> int:
        if self._status is None:
            raise HttpError("the connection was closed before an answer")
        downloads.check_status(self._status)
        if not self._complete:
            raise HttpError("the connection was closed within the body")
        return self._body.value
