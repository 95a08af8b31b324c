"""URLs, as they are asked for."""

from __future__ import annotations

import socket
from typing import NamedTuple


class Address(NamedTuple):
    """A literal IP address and a port."""

    ip: str
    port: int

    @property
    def family(self) -> socket.AddressFamily:
        """The family of sockets that reach it."""
        return socket.AF_INET6 if ":" in self.ip else socket.AF_INET


class Download(NamedTuple):
    """One URL, with the address that is connected to."""

    address: Address
    host: str
    """What the Host header says."""
    path: str
    """Path and query."""

    def request(self) -> bytes:
        """The bytes of the request."""
        return (
            f"GET {self.path} HTTP/1.1\r\nHost: {self.host}\r\nUser-Agent: racecard\r\n"
            "Accept: */*\r\nAccept-Encoding: identity\r\n\r\n"
        ).encode()

    def __str__(self) -> str:
        """Where and what, for a person."""
        return f"http://{self.host}{self.path} at {self.address.ip}:{self.address.port}"
