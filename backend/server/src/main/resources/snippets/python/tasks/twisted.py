# %% power hash
from twisted.internet.threads import deferToThread
$compute


async def task(i):
    return await deferToThread(compute, i)

# %% sleep
from twisted.internet.task import deferLater
async def task(i):
    await deferLater(reactor, $sleep_s)
    return i

# %% mixed
from twisted.internet.task import deferLater
from twisted.internet.threads import deferToThread
$compute


async def task(i):
    await deferLater(reactor, $wait_s)
    digest = await deferToThread(compute, i)
    await deferLater(reactor, $wait_s)
    return digest

# %% fetch
from twisted.web.client import Agent, readBody
URLS = $urls


async def task(i):
    size = 0
    for url in URLS:
        answer = await Agent(reactor).request(b"GET", url.encode())
        size += len(await readBody(answer))
    return size
