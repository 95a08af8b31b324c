$header
import time
from concurrent.futures import ProcessPoolExecutor
$imports

TASKS = $tasks
PROCESSES = $in_flight

$tasks/blocking


if __name__ == "__main__":
    with ProcessPoolExecutor(PROCESSES) as pool:
        began = time.perf_counter()
        results = list(pool.map(task, range(TASKS)))
        print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
