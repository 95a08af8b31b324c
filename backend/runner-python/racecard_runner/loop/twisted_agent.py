"""A task's own Agent of Twisted's."""

from __future__ import annotations

from typing import Any

import twisted.internet.reactor
from twisted.internet import defer
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint
from twisted.web.client import URI, Agent, HTTPConnectionPool, readBody
from twisted.web.http_headers import Headers
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer

from racecard_runner.http.download import Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.loop import downloads

reactor: Any = twisted.internet.reactor
"""The one of this process; which methods it has is only known when it is chosen."""

# Tasks end their connections themselves.
_KEEP_S = 3600


class TwistedAgent:
    """An Agent and its connection, kept between a task's downloads."""

    def __init__(self, limit_ms: int) -> None:
        self._limit_ms = limit_ms
        self._pool = HTTPConnectionPool(reactor)
        self._pool.retryAutomatically = False
        self._pool.cachedConnectionTimeout = _KEEP_S
        self._agent = Agent.usingEndpointFactory(reactor, _Literal(limit_ms / 1e3), self._pool)

    async def get(self, download: Download) -> int:
        """Downloads; returns the body as a number."""
        body = defer.Deferred.fromCoroutine(self._get(download))
        try:
            return await body.addTimeout(self._limit_ms / 1e3, reactor, _give_up)
        except _TooLateError:
            raise downloads.late(download, self._limit_ms) from None
        except HttpError as error:
            raise downloads.failed(download, error) from error
        except Exception as error:
            raise HttpError(f"{download}: {_told(error)}") from error

    async def _get(self, download: Download) -> int:
        headers = {name: [value] for name, value in downloads.HEADERS.items()}
        headers["Host"] = [download.host]
        url = downloads.url(download).encode()
        response = await self._agent.request(b"GET", url, Headers(headers))
        body = downloads.Body()
        body.accept(await readBody(response))
        downloads.check_status(response.code)
        return body.value

    async def close(self) -> None:
        """Closes the connection, if one is open."""
        await self._pool.closeCachedConnections()


@implementer(IAgentEndpointFactory)
class _Literal:
    """Connects to literal addresses, with nothing to look up."""

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s

    def endpointForURI(self, uri: URI) -> TCP4ClientEndpoint | TCP6ClientEndpoint:  # noqa: N802 - Twisted's name
        ip = uri.host.decode().strip("[]")
        kind = TCP6ClientEndpoint if ":" in ip else TCP4ClientEndpoint
        return kind(reactor, ip, uri.port, self._limit_s)


class _TooLateError(Exception):
    """A download was given up."""


def _give_up(_: object, __: float) -> int:
    raise _TooLateError


# It wraps what went wrong in failures that say nothing by themselves.
def _told(error: BaseException) -> str:
    reasons = getattr(error, "reasons", None)
    if reasons:
        return _told(reasons[0].value)
    return f"{type(error).__name__}: {error}"
