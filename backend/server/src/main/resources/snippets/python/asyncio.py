$header
import asyncio
import time
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/asyncio


async def main():
    permits = asyncio.Semaphore(IN_FLIGHT)

    async def permitted(i):
        async with permits:
            return await task(i)

    began = time.perf_counter()
    results = await asyncio.gather(*(permitted(i) for i in range(TASKS)))
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")


if __name__ == "__main__":
    asyncio.run(main())
