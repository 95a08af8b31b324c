$header
import curio  # pip install curio
import time
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/curio


async def main():
    permits = curio.Semaphore(IN_FLIGHT)

    async def permitted(i):
        async with permits:
            return await task(i)

    began = time.perf_counter()
    async with curio.TaskGroup() as group:
        for i in range(TASKS):
            await group.spawn(permitted, i)
    print(f"{len(group.results)} tasks in {time.perf_counter() - began:.3f} s")


curio.run(main)
