$header
$imports

static final int TASKS = $tasks;
static final int THREADS = $in_flight;

$tasks/blocking

void main() throws Exception {
  try (var pool = Executors.newFixedThreadPool(THREADS)) {
    long began = System.nanoTime();
    var results = new ArrayList<Future<Object>>();
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      results.add(pool.submit(() -> task(number)));
    }
    for (var result : results) {
      result.get();
    }
    IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
  }
}
