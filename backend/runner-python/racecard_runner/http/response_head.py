"""The beginning of a response."""

from __future__ import annotations

from racecard_runner.http.http_error import HttpError
from racecard_runner.line.message import shortened


class ResponseHead:
    """The status line and the header lines of one response, as far as they matter here."""

    __slots__ = ("chunked", "content_length", "keep_alive", "status")

    def __init__(self) -> None:
        self.status = 0
        self.content_length: int | None = None
        self.chunked = False
        self.keep_alive = False

    def status_line(self, line: str) -> None:
        """Begins anew with a status line."""
        http11 = line.startswith("HTTP/1.1 ")
        if not http11 and not line.startswith("HTTP/1.0 "):
            raise HttpError(f"not an HTTP/1.1 answer: it begins with `{shortened(line)}`")
        self.status = digits(line[9:12], "status")
        self.keep_alive = http11
        self.content_length = None
        self.chunked = False

    def header(self, line: str) -> None:
        """Takes one header line."""
        name, colon, value = line.partition(":")
        if not colon or not name:
            raise HttpError(f"not a header line: `{shortened(line)}`")
        name = name.lower()
        if name == "content-length":
            self._length(digits(value.strip(), "Content-Length"))
        elif name == "transfer-encoding":
            self._transfer_encoding(value.strip())
        elif name == "connection":
            self._connection(value.lower())

    def _length(self, length: int) -> None:
        if self.content_length not in (None, length):
            raise HttpError("two different Content-Lengths")
        self.content_length = length

    def _transfer_encoding(self, value: str) -> None:
        if value.lower() != "chunked":
            raise HttpError(f"a transfer encoding that was not asked for: `{shortened(value)}`")
        self.chunked = True

    def _connection(self, value: str) -> None:
        if "close" in value:
            self.keep_alive = False
        elif "keep-alive" in value:
            self.keep_alive = True


def digits(text: str, what: str) -> int:
    """The number that `text` is in decimal digits; raises HttpError if it is not."""
    # str.isdigit() alone also takes digits that int() reads and no server means.
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    raise HttpError(f"not a number in {what}: `{shortened(text)}`")
