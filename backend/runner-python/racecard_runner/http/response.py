"""Responses, read piece by piece."""

from __future__ import annotations

from racecard_runner.checksum import modulus
from racecard_runner.http.http_error import HttpError
from racecard_runner.http.response_head import ResponseHead
from racecard_runner.line.message import shortened

_MAX_HEAD_BYTES = 65_536
_MAX_HEX_DIGITS = 12
_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")

# What a response is at; an enum's members would be looked up far more slowly.
_STATUS_LINE, _HEADERS, _BODY, _BODY_TO_THE_END = range(4)
_CHUNK_SIZE, _CHUNK, _CHUNK_END, _TRAILERS, _DONE = range(4, 9)
_IN_BODY = frozenset((_BODY, _BODY_TO_THE_END, _CHUNK))


class Response:
    """One response, read piece by piece as its bytes arrive."""

    def __init__(self) -> None:
        self._head = ResponseHead()
        self._part = _STATUS_LINE
        self._line = b""
        self._head_bytes = 0
        self._body_left = 0
        self._number = 0
        self._length = 0
        self._ended = False

    def accept(self, data: bytes) -> bool:
        """Takes all bytes; whether the response is complete. Raises HttpError if it is not good."""
        at = 0
        while at < len(data) and self._part != _DONE:
            take = self._take_body if self._part in _IN_BODY else self._take_line
            at = take(data, at)
        if at < len(data):
            raise HttpError("more bytes than the answer should have")
        return self._part == _DONE

    def end(self) -> None:
        """Ends a body that goes on to the end of the connection; raises if anything is missing."""
        if self._part not in (_BODY_TO_THE_END, _DONE):
            nothing = self._part == _STATUS_LINE and not self._line
            where = "before an answer" if nothing else f"after {self._length} bytes of body"
            raise HttpError(f"the connection was closed {where}")
        self._part = _DONE
        self._ended = True

    @property
    def keep_alive(self) -> bool:
        """Whether the connection may be used for the next request."""
        return self._head.keep_alive and not self._ended

    @property
    def value(self) -> int:
        """The body's bytes as one number plus their count, modulo 2^61 - 1."""
        return (self._number + self._length) % modulus.P

    def _take_body(self, data: bytes, at: int) -> int:
        end = len(data)
        if self._part != _BODY_TO_THE_END:
            end = min(end, at + self._body_left)
            self._body_left -= end - at
        self._number = modulus.append(self._number, data[at:end])
        self._length += end - at
        if self._part != _BODY_TO_THE_END and self._body_left == 0:
            self._part = _CHUNK_END if self._part == _CHUNK else _DONE
        return end

    def _take_line(self, data: bytes, at: int) -> int:
        end = data.find(b"\n", at)
        taken = data[at:] if end < 0 else data[at:end]
        self._head_bytes += len(taken)
        if self._head_bytes > _MAX_HEAD_BYTES:
            raise HttpError("more than 64 KiB of head")
        self._line += taken
        if end < 0:
            return len(data)
        line = self._line.decode("latin-1")
        self._line = b""
        self._end_of_line(line[:-1] if line.endswith("\r") else line)
        return end + 1

    def _end_of_line(self, line: str) -> None:
        if self._part == _STATUS_LINE:
            self._head.status_line(line)
            self._part = _HEADERS
        elif self._part == _HEADERS:
            if line:
                self._head.header(line)
            else:
                self._end_of_head()
        elif self._part == _CHUNK_SIZE:
            self._chunk_size(line)
        elif self._part == _CHUNK_END:
            self._chunk_end(line)
        elif not line:
            self._part = _DONE

    def _end_of_head(self) -> None:
        head = self._head
        if head.status == 100:
            self._part = _STATUS_LINE
        elif head.status != 200:
            raise HttpError(f"answered with status {head.status} where 200 was expected")
        elif head.chunked:
            self._part = _CHUNK_SIZE
        elif head.content_length is None:
            self._part = _BODY_TO_THE_END
        else:
            self._body_left = head.content_length
            self._part = _BODY if head.content_length else _DONE

    def _chunk_end(self, line: str) -> None:
        if line:
            raise HttpError("a chunk longer than it said")
        self._part = _CHUNK_SIZE

    def _chunk_size(self, line: str) -> None:
        size = line.partition(";")[0].strip()
        # int() alone would also take signs, underscores and 0x.
        if not size or len(size) > _MAX_HEX_DIGITS or not _HEX_DIGITS.issuperset(size):
            raise HttpError(f"not the size of a chunk: `{shortened(line)}`")
        self._body_left = int(size, 16)
        self._head_bytes = 0
        self._part = _CHUNK if self._body_left else _TRAILERS
