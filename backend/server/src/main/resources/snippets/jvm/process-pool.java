$header
$imports

static final int TASKS = $tasks;
static final int PROCESSES = $in_flight;

$tasks/blocking

/** Without an argument it keeps processes of itself that execute tasks; with one it is such a process. */
void main(String[] args) throws Exception {
  if (args.length > 0) {
    for (String line = IO.readln(); line != null; line = IO.readln()) {
      IO.println(task(Integer.parseInt(line)));
    }
    return;
  }
  var idle = new ArrayBlockingQueue<Process>(PROCESSES);
  for (int i = 0; i < PROCESSES; i++) {
    idle.add(new ProcessBuilder(itself()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }
  try (var pool = Executors.newFixedThreadPool(PROCESSES)) {
    long began = System.nanoTime();
    var results = new ArrayList<Future<String>>();
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      results.add(pool.submit(() -> execute(number, idle)));
    }
    for (var result : results) {
      result.get();
    }
    IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
  } finally {
    idle.forEach(Process::destroy);
  }
}

String execute(int task, BlockingQueue<Process> idle) throws Exception {
  var child = idle.take();
  try {
    child.outputWriter().write(task + "\n");
    child.outputWriter().flush();
    var answer = child.inputReader().readLine();
    if (answer == null) {
      throw new IllegalStateException("a task failed, see above");
    }
    return answer;
  } finally {
    idle.add(child);
  }
}

List<String> itself() {
  var info = ProcessHandle.current().info();
  var command = new ArrayList<>(List.of(info.command().orElseThrow()));
  command.addAll(List.of(info.arguments().orElseThrow()));
  command.add("worker");
  return command;
}
