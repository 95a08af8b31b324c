"""Reads the workload that a `prepare` message asks for."""

from __future__ import annotations

import socket
from typing import Callable, Union

from racecard_runner.http.download import Address, Download
from racecard_runner.line.bad_message import BadMessage
from racecard_runner.line.message import LARGEST, Message, shortened
from racecard_runner.line.refusal import Refusal
from racecard_runner.workload.computation import Computation
from racecard_runner.workload.fetch import AtOrigin, Fetch, Given
from racecard_runner.workload.hash import Hash
from racecard_runner.workload.mixed import Mixed
from racecard_runner.workload.power import Power
from racecard_runner.workload.sleep import Sleep

Workload = Union[Computation, Sleep, Mixed, Fetch]

_MAX_INT = 2**31 - 1
_MAX_US = 3_600_000_000
_MAX_BASE = 1 << 52
_MAX_NONCE_CHARACTERS = 64


def read(prepare: Message) -> Workload:
    """The workload of `prepare`; BadMessage if it is incomplete, Refusal if it is unknown."""
    name = prepare.text("workload")
    if len(prepare.text("nonce")) > _MAX_NONCE_CHARACTERS:
        raise BadMessage(f"The field `nonce` must have at most {_MAX_NONCE_CHARACTERS} characters.")
    reader = _READERS.get(name)
    if reader is None:
        raise Refusal(
            "UNKNOWN_WORKLOAD",
            f"This runner does not know the workload `{shortened(name)}`.",
            "Choose fetch, hash, mixed, power or sleep.",
        )
    return reader(prepare, prepare.message("params"))


def _power(_: Message, params: Message) -> Power:
    return Power(params.number("base", 1, _MAX_BASE), params.number("exponent", 0, _MAX_INT))


def _hash(prepare: Message, params: Message) -> Hash:
    return Hash(
        prepare.text("nonce"),
        params.number("buffer_bytes", 1, 1 << 30),
        params.number("repeats", 0, LARGEST),
    )


def _sleep(_: Message, params: Message) -> Sleep:
    return Sleep(params.number("sleep_us", 0, _MAX_US))


def _mixed(prepare: Message, params: Message) -> Mixed:
    return Mixed(
        prepare.text("nonce"),
        params.number("wait_us", 0, _MAX_US),
        params.number("steps", 0, LARGEST),
    )


def _fetch(prepare: Message, params: Message) -> Fetch:
    return Fetch(_urls(prepare, params), params.number("limit_ms", 1, 3_600_000))


_READERS: dict[str, Callable[[Message, Message], Workload]] = {
    "power": _power,
    "hash": _hash,
    "sleep": _sleep,
    "mixed": _mixed,
    "fetch": _fetch,
}


def _urls(prepare: Message, params: Message) -> AtOrigin | Given:
    if prepare.has("origin") == prepare.has("targets"):
        raise BadMessage("`fetch` needs either `origin` or `targets`.")
    if prepare.has("targets"):
        targets = prepare.messages("targets")
        _not_empty(targets, "targets")
        return Given([_download(target) for target in targets])
    addresses = prepare.message("origin").texts("addresses")
    _not_empty(addresses, "addresses")
    per_task = params.number("urls_per_task", 1, 10_000)
    return AtOrigin(per_task, [_ip_and_port(address) for address in addresses])


def _download(target: Message) -> Download:
    return Download(
        _address(target.text("address"), target.number("port", 1, 65_535)),
        _printable("host", target.text("host")),
        _path(_printable("path", target.text("path"))),
    )


def _ip_and_port(text: str) -> Address:
    ip, _, port = text.rpartition(":")
    if port.isascii() and port.isdigit() and len(port) <= 5 and 1 <= int(port) <= 65_535:
        return _address(ip, int(port))
    raise BadMessage(f"`{shortened(text)}` is not a literal address with a port.")


def _address(literal: str, port: int) -> Address:
    address = Address(literal, port)
    try:
        socket.inet_pton(address.family, literal)
    except (OSError, ValueError):
        raise BadMessage(f"`{shortened(literal)}` is not a literal IP address.") from None
    return address


# A line break or a space here would let a URL write request lines of its own.
def _printable(field: str, text: str) -> str:
    if any(not " " < character < "\x7f" for character in text):
        raise BadMessage(f"`{field}` of a target must be printable ASCII without spaces.")
    return text


def _path(text: str) -> str:
    if not text.startswith("/"):
        raise BadMessage("`path` of a target must begin with `/`.")
    return text


def _not_empty(values: list[str] | list[Message], name: str) -> None:
    if not values:
        raise BadMessage(f"`{name}` must not be empty.")
