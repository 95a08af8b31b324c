"""Downloads with aiohttp."""

from __future__ import annotations

import asyncio
from functools import partial

import aiohttp
from yarl import URL

from racecard_runner.http.download import Download
from racecard_runner.http.http_error import HttpError
from racecard_runner.loop import downloads
from racecard_runner.workload.fetch import Fetch
from racecard_runner.workload.laps import Laps


async def fetch(work: Fetch, task: int, laps: Laps) -> int:
    """Downloads what `work` has for `task` over a connection of its own; the task's value."""
    async with _session(work.limit_ms) as session:
        value = await downloads.one_by_one(work, task, laps, partial(_get, session, work.limit_ms))
    # A loop closes a socket in its next turn: until then the task has not ended.
    await asyncio.sleep(0)
    return value


# One for each task: a session that tasks shared would lend the connection of one to another.
def _session(limit_ms: int) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=3600),
        headers=downloads.HEADERS,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=limit_ms / 1e3, ceil_threshold=float("inf")),
        auto_decompress=False,
        trust_env=False,
        max_line_size=downloads.MAX_HEAD_BYTES,
        max_field_size=downloads.MAX_HEAD_BYTES,
    )


async def _get(session: aiohttp.ClientSession, limit_ms: int, download: Download) -> int:
    try:
        return await _body(session, download)
    except asyncio.TimeoutError:
        raise downloads.late(download, limit_ms) from None
    except (aiohttp.ClientError, HttpError, OSError) as error:
        raise downloads.failed(download, error) from error


async def _body(session: aiohttp.ClientSession, download: Download) -> int:
    url = URL(downloads.url(download), encoded=True)
    headers = {"Host": download.host}
    async with session.get(url, headers=headers, allow_redirects=False) as response:
        downloads.check_status(response.status)
        body = downloads.Body()
        async for data in response.content.iter_any():
            body.accept(data)
        return body.value
