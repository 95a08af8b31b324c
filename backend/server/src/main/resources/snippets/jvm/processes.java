$header
$imports

static final int TASKS = $tasks;
static final int IN_FLIGHT = $in_flight;

$tasks/blocking

/** Without an argument it starts a process of itself for each task; with one it executes that task. */
void main(String[] args) throws Exception {
  if (args.length > 0) {
    IO.println(task(Integer.parseInt(args[0])));
    return;
  }
  long began = System.nanoTime();
  var permits = new Semaphore(IN_FLIGHT);
  var children = new ArrayList<Process>();
  for (int i = 0; i < TASKS; i++) {
    permits.acquire();
    var child = new ProcessBuilder(itself(i)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    child.onExit().thenRun(permits::release);
    children.add(child);
  }
  for (var child : children) {
    try (var answer = child.inputReader()) {
      answer.readLine();
    }
    if (child.waitFor() != 0) {
      throw new IllegalStateException("a task failed, see above");
    }
  }
  IO.println("%d tasks in %.3f s".formatted(TASKS, (System.nanoTime() - began) / 1e9));
}

List<String> itself(int task) {
  var info = ProcessHandle.current().info();
  var command = new ArrayList<>(List.of(info.command().orElseThrow()));
  command.addAll(List.of(info.arguments().orElseThrow()));
  command.add(String.valueOf(task));
  return command;
}
