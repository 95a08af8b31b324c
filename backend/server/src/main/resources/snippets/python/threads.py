$header
import threading
import time
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/blocking


def run(i):
    try:
        results[i] = task(i)
    finally:
        permits.release()


results = [None] * TASKS
permits = threading.Semaphore(IN_FLIGHT)
threads = [threading.Thread(target=run, args=(i,)) for i in range(TASKS)]

began = time.perf_counter()
for thread in threads:
    permits.acquire()
    thread.start()
for thread in threads:
    thread.join()
print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
