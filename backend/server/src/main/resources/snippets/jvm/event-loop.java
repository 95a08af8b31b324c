$header
$imports

static final int TASKS = $tasks;
static final int IN_FLIGHT = $in_flight;

$tasks/event-loop

void main() throws Exception {
  var permits = new Semaphore(IN_FLIGHT);
  var results = new ArrayList<CompletableFuture<?>>();
  long began = System.nanoTime();
  for (int i = 0; i < TASKS; i++) {
    permits.acquire();
    results.add(task(i).whenComplete((value, failure) -> permits.release()));
  }
  CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).join();
  IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
  System.exit(0); // ends the loop's threads
}
