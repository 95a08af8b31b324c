"""HTTP/1.1 without sockets, for libraries that have no client of their own."""

from __future__ import annotations

import h11

from racecard_runner.http.download import Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.loop import downloads


class H11Exchange:
    """The requests and responses of one connection, one after another."""

    def __init__(self) -> None:
        self._connection = h11.Connection(
            h11.CLIENT, max_incomplete_event_size=downloads.MAX_HEAD_BYTES
        )
        self._body = downloads.Body()

    def request(self, download: Download) -> bytes:
        """The bytes that ask for `download`."""
        if self._connection.states[h11.CLIENT] is h11.DONE:
            self._connection.start_next_cycle()
        self._body = downloads.Body()
        headers = [("Host", download.host), *downloads.HEADERS.items()]
        request = h11.Request(method="GET", target=download.path.encode(), headers=headers)
        head = self._connection.send(request) or b""
        return head + (self._connection.send(h11.EndOfMessage()) or b"")

    def accept(self, data: bytes) -> bool:
        """Takes what was received, b"" at the end; whether the response is complete."""
        self._connection.receive_data(data)
        try:
            return self._take_events()
        except h11.RemoteProtocolError as error:
            raise HttpError(str(error)) from error

    def _take_events(self) -> bool:
        while True:
            event = self._connection.next_event()
            if event is h11.NEED_DATA:
                return False
            if isinstance(event, h11.Response):
                downloads.check_status(event.status_code)
            elif isinstance(event, h11.Data):
                self._body.accept(event.data)
            elif isinstance(event, h11.EndOfMessage):
                return True
            elif isinstance(event, h11.ConnectionClosed):
                raise HttpError("the connection was closed before an answer")

    @property
    def value(self) -> int:
        """The body's bytes as one number plus their count, modulo 2^61 - 1."""
        return self._body.value

    @property
    def keep_alive(self) -> bool:
        """Whether the connection may be used for the next request."""
        return self._connection.their_state is h11.DONE
