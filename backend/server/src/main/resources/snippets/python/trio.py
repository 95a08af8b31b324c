$header
import time
import trio  # pip install trio
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/trio


async def main():
    permits = trio.Semaphore(IN_FLIGHT)
    results = [None] * TASKS

    async def permitted(i):
        async with permits:
            results[i] = await task(i)

    began = time.perf_counter()
    async with trio.open_nursery() as nursery:
        for i in range(TASKS):
            nursery.start_soon(permitted, i)
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")


trio.run(main)
