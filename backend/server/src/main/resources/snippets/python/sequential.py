$header
import time
$imports

TASKS = $tasks

$tasks/blocking


began = time.perf_counter()
results = [task(i) for i in range(TASKS)]
print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
