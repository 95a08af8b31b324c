package racecard.jvm.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import racecard.jvm.line.Message;

/** Starts processes that execute tasks of one prepared workload. */
public final class TaskProcesses {
  private final Message prepare;
  private final List<String> command = commandWithoutArgument();

  /** Processes that execute what {@code prepare}, the runner's own message, says. */
  public TaskProcesses(Message prepare) {
    this.prepare = prepare;
  }

  /** Starts a process that executes {@code task} and ends. */
  public TaskProcess startForOneTask(int task) throws IOException {
    TaskProcess process = start(TaskMain.ONCE);
    process.ask(TaskProcess.task(task));
    return process;
  }

  /** Starts a process that executes tasks until it is closed. */
  public TaskProcess startForManyTasks() throws IOException {
    return start("many");
  }

  /** Ends all processes that this one has started, at once. */
  public static void endAll() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }

  private TaskProcess start(String argument) throws IOException {
    List<String> whole = new ArrayList<>(command);
    whole.add(argument);
    Process started =
        new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    TaskProcess process = new TaskProcess(started);
    process.ask(prepare);
    return process;
  }

  // The runner's own flags: the same heap and collector wherever a task is executed.
  private static List<String> commandWithoutArgument() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // A debugger or coverage agent belongs to the runner alone.
      if (!flag.startsWith("-agent") && !flag.startsWith("-javaagent")) {
        command.add(flag);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path", ""));
    command.add(TaskMain.class.getName());
    return command;
  }
}
