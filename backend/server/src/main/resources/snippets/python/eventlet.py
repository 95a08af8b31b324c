$header
import eventlet  # pip install eventlet

eventlet.monkey_patch()  # before anything else is imported

import time
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/blocking


began = time.perf_counter()
results = list(eventlet.GreenPool(IN_FLIGHT).imap(task, range(TASKS)))
print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
