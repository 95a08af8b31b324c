$header
import time
from twisted.internet import reactor  # pip install twisted
from twisted.internet.defer import DeferredSemaphore, ensureDeferred, gatherResults
from twisted.internet.task import react
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/twisted


async def main():
    permits = DeferredSemaphore(IN_FLIGHT)
    began = time.perf_counter()
    results = await gatherResults(
        permits.run(lambda i: ensureDeferred(task(i)), i) for i in range(TASKS)
    )
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")


reactor.suggestThreadPoolSize(IN_FLIGHT)
react(lambda _: ensureDeferred(main()))
