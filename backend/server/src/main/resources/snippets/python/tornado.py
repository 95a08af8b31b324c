$header
import asyncio
import time
from tornado.gen import multi  # pip install tornado
from tornado.locks import Semaphore
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/tornado


async def main():
    permits = Semaphore(IN_FLIGHT)

    async def permitted(i):
        async with permits:
            return await task(i)

    began = time.perf_counter()
    results = await multi([permitted(i) for i in range(TASKS)])
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")


asyncio.run(main())
