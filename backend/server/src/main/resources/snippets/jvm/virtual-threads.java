$header
$imports

static final int TASKS = $tasks;
static final int IN_FLIGHT = $in_flight;

$tasks/blocking

void main() throws Exception {
  var permits = new Semaphore(IN_FLIGHT);
  var threads = new ArrayList<FutureTask<Object>>();
  long began = System.nanoTime();
  for (int i = 0; i < TASKS; i++) {
    int number = i;
    permits.acquire();
    var result = new FutureTask<Object>(() -> {
      try {
        return task(number);
      } finally {
        permits.release();
      }
    });
    threads.add(result);
    Thread.ofVirtual().start(result);
  }
  for (var result : threads) {
    result.get();
  }
  IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
}
