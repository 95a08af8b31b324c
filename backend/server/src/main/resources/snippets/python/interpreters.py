$header
import time
from concurrent.futures import InterpreterPoolExecutor  # Python 3.14 or later
$imports

TASKS = $tasks
INTERPRETERS = $in_flight

$tasks/blocking


if __name__ == "__main__":
    with InterpreterPoolExecutor(INTERPRETERS) as pool:
        began = time.perf_counter()
        results = list(pool.map(task, range(TASKS)))
        print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
