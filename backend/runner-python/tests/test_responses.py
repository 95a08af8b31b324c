"""Responses, however they arrive."""

from __future__ import annotations

import pytest

from racecard_runner.checksum import modulus
from racecard_runner.http.http_error import HttpError
from racecard_runner.http.response import Response

BODY = b"Hello, this body is longer than a word of eight bytes."
PIECES = [1, 2, 3, 7, 64, 10_000]


def known(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


def feed(response: Response, data: bytes, piece: int = 1_000) -> bool:
    complete = False
    for at in range(0, len(data), piece):
        complete = response.accept(data[at : at + piece])
    return complete


def value(body: bytes) -> int:
    return (int.from_bytes(body, "big") + len(body)) % modulus.P


@pytest.mark.parametrize("piece", PIECES)
def test_a_body_of_known_length_is_read_however_it_is_cut(piece: int) -> None:
    response = Response()

    assert feed(response, known(BODY), piece)
    assert response.value == value(BODY)
    assert response.keep_alive


@pytest.mark.parametrize("piece", PIECES)
def test_a_chunked_body_is_read_however_it_is_cut(piece: int) -> None:
    data = (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n11;name=x\r\n%b\r\n%x\r\n%b\r\n"
        b"0\r\nTrailer: x\r\n\r\n" % (BODY[:17], len(BODY) - 17, BODY[17:])
    )
    response = Response()

    assert feed(response, data, piece)
    assert response.value == value(BODY)


@pytest.mark.parametrize("piece", PIECES)
def test_a_body_without_a_length_ends_with_the_connection(piece: int) -> None:
    response = Response()

    assert not feed(response, b"HTTP/1.1 200 OK\n\n" + BODY, piece)
    response.end()

    assert response.value == value(BODY)
    assert not response.keep_alive


def test_an_empty_body_is_complete_with_its_head() -> None:
    response = Response()

    assert feed(response, known(b""), 5)
    assert response.value == 0


def test_an_interim_answer_is_passed_over() -> None:
    response = Response()

    assert feed(response, b"HTTP/1.1 100 Continue\r\n\r\n" + known(BODY), 11)
    assert response.value == value(BODY)


def test_a_server_that_closes_is_not_asked_again() -> None:
    closing, old = Response(), Response()
    feed(closing, b"HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n")
    feed(old, b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")

    assert not closing.keep_alive
    assert not old.keep_alive


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n", "status 302"),
        (b"HTTP/1.1 101 Switching\r\n\r\n", "status 101"),
        (b"SSH-2.0-OpenSSH\r\n", "not an HTTP/1.1 answer"),
        (b"HTTP/1.1 abc\r\n", "not a number in status"),
        (b"HTTP/1.1 \xb2\xb0\xb0\r\n", "not a number in status"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n", "not a header line"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", "not a number in Content-Length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n", "two different"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n", "transfer encoding"),
        (known(BODY) + b"x", "more bytes"),
        (CHUNKED + b"xyz\r\n", "size of a chunk"),
        (CHUNKED + b"-1\r\n", "size of a chunk"),
        (CHUNKED + b"1_0\r\n", "size of a chunk"),
        (CHUNKED + b"0x1\r\n", "size of a chunk"),
        (CHUNKED + b"1\r\nabc\r\n", "longer than it said"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, "64 KiB of head"),
        (b"HTTP/1.1 100 Go on\r\n\r\n" * 5_000, "64 KiB of head"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_good_answer_says_why(data: bytes, words: str) -> None:
    with pytest.raises(HttpError, match=words):
        feed(Response(), data)


def test_a_connection_that_ends_too_early_is_an_error() -> None:
    with pytest.raises(HttpError, match="before an answer"):
        Response().end()

    half = Response()
    feed(half, known(BODY)[:-10])
    with pytest.raises(HttpError, match="after 44 bytes of body"):
        half.end()
