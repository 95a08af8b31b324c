$header
from gevent import monkey  # pip install gevent

monkey.patch_all()  # before anything else is imported

import time
from gevent.pool import Pool
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/blocking


began = time.perf_counter()
results = Pool(IN_FLIGHT).map(task, range(TASKS))
print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
