$header
import time
from concurrent.futures import ThreadPoolExecutor
$imports

TASKS = $tasks
THREADS = $in_flight

$tasks/blocking


with ThreadPoolExecutor(THREADS) as pool:
    began = time.perf_counter()
    results = list(pool.map(task, range(TASKS)))
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
