# %% power hash
$compute


async def task(i):
    return await trio.to_thread.run_sync(compute, i)

# %% sleep
async def task(i):
    await trio.sleep($sleep_s)
    return i

# %% mixed
$compute


async def task(i):
    await trio.sleep($wait_s)
    digest = await trio.to_thread.run_sync(compute, i)
    await trio.sleep($wait_s)
    return digest

# %% fetch
from urllib.parse import urlsplit
URLS = $urls


async def download(url):
    to = urlsplit(url)
    async with await trio.open_tcp_stream(to.hostname, to.port or 80) as stream:
        path = (to.path or "/") + ("?" + to.query if to.query else "")
        request = f"GET {path} HTTP/1.0\r\nHost: {to.netloc}\r\n\r\n"
        await stream.send_all(request.encode())
        answer = b"".join([piece async for piece in stream])
    head, _, body = answer.partition(b"\r\n\r\n")
    if b" 200 " not in head.partition(b"\r\n")[0]:
        raise OSError(f"{url}: {head[:80]!r}")
    return body


async def task(i):
    return sum([len(await download(url)) for url in URLS])
