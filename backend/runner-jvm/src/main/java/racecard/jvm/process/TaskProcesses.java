package racecard.jvm.process;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import racecard.jvm.line.Message;

/** Starts processes that execute tasks of one prepared workload. */
public final class TaskProcesses {
  /** What the runner's main class is told in a process that executes tasks. */
  public static final String ARGUMENT = "tasks";

  private final Message prepare;
  private final List<String> command = command();

  /** Processes that execute what {@code prepare}, the runner's own message, says. */
  public TaskProcesses(Message prepare) {
    this.prepare = prepare;
  }

  /** Starts a process; it may be given tasks at once. */
  public TaskProcess start() throws IOException {
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    TaskProcess process = new TaskProcess(started);
    process.prepare(prepare);
    return process;
  }

  /** Ends all processes that this one has started, at once. */
  public static void endAll() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }

  // The runner's own flags: the same heap and collector wherever a task is executed.
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // A debugger or coverage agent belongs to the runner alone.
      if (!flag.startsWith("-agent") && !flag.startsWith("-javaagent")) {
        command.add(flag);
      }
    }
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, "racecard.jvm.Main"));
    }
    command.add(ARGUMENT);
    return command;
  }
}
