# %% power hash
$compute


async def task(i):
    return await curio.run_in_thread(compute, i)

# %% sleep
async def task(i):
    await curio.sleep($sleep_s)
    return i

# %% mixed
$compute


async def task(i):
    await curio.sleep($wait_s)
    digest = await curio.run_in_thread(compute, i)
    await curio.sleep($wait_s)
    return digest

# %% fetch
from urllib.parse import urlsplit
URLS = $urls


async def download(url):
    to = urlsplit(url)
    path = (to.path or "/") + ("?" + to.query if to.query else "")
    request = f"GET {path} HTTP/1.0\r\nHost: {to.netloc}\r\n\r\n"
    async with await curio.open_connection(to.hostname, to.port or 80) as socket:
        await socket.sendall(request.encode())
        answer = b""
        while piece := await socket.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    if b" 200 " not in head.partition(b"\r\n")[0]:
        raise OSError(f"{url}: {head[:80]!r}")
    return body


async def task(i):
    return sum([len(await download(url)) for url in URLS])
