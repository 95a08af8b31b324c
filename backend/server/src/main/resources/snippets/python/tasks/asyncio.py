# %% power hash
from concurrent.futures import $executor
POOL = $executor($in_flight)


$compute


async def task(i):
    return await asyncio.get_running_loop().run_in_executor(POOL, compute, i)

# %% sleep
async def task(i):
    await asyncio.sleep($sleep_s)
    return i

# %% mixed
from concurrent.futures import $executor
POOL = $executor()


$compute


async def task(i):
    await asyncio.sleep($wait_s)
    digest = await asyncio.get_running_loop().run_in_executor(POOL, compute, i)
    await asyncio.sleep($wait_s)
    return digest

# %% fetch
import aiohttp  # pip install aiohttp
URLS = $urls


async def task(i):
    size = 0
    async with aiohttp.ClientSession() as session:  # a connection of its own for each task
        for url in URLS:
            async with session.get(url) as answer:
                size += len(await answer.read())
    return size
