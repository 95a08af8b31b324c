$header
$imports

static final int TASKS = $tasks;

$tasks/blocking

void main() throws Exception {
  long began = System.nanoTime();
  for (int i = 0; i < TASKS; i++) {
    task(i);
  }
  IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
}
