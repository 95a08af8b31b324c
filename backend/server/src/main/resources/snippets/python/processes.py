$header
import multiprocessing
import time
$imports

TASKS = $tasks
IN_FLIGHT = $in_flight

$tasks/blocking


if __name__ == "__main__":
    start = multiprocessing.get_context("$start_method")
    began = time.perf_counter()
    # maxtasksperchild and chunksize: a new process for each task
    with start.Pool(IN_FLIGHT, maxtasksperchild=1) as pool:
        results = pool.map(task, range(TASKS), chunksize=1)
    print(f"{len(results)} tasks in {time.perf_counter() - began:.3f} s")
