# %% power hash
from concurrent.futures import ThreadPoolExecutor
from tornado.ioloop import IOLoop
POOL = ThreadPoolExecutor($in_flight)


$compute


async def task(i):
    return await IOLoop.current().run_in_executor(POOL, compute, i)

# %% sleep
from tornado import gen
async def task(i):
    await gen.sleep($sleep_s)
    return i

# %% mixed
from concurrent.futures import ThreadPoolExecutor
from tornado import gen
from tornado.ioloop import IOLoop
POOL = ThreadPoolExecutor()


$compute


async def task(i):
    await gen.sleep($wait_s)
    digest = await IOLoop.current().run_in_executor(POOL, compute, i)
    await gen.sleep($wait_s)
    return digest

# %% fetch
from tornado.httpclient import AsyncHTTPClient
URLS = $urls

AsyncHTTPClient.configure(None, max_clients=IN_FLIGHT)


async def task(i):
    size = 0
    for url in URLS:
        answer = await AsyncHTTPClient().fetch(url)
        size += len(answer.body)
    return size
