package racecard.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How long each thread of a process was ready to run and waited for a core, until one moment.
 *
 * <p>The second number of {@code /proc/PID/task/TID/schedstat} (Documentation/scheduler/
 * sched-stats.rst of Linux); the file of the process itself tells of its first thread alone.
 */
public final class CoreWait {
  private static final int WAITED = 1;

  private final Map<Long, Long> waitedNs = new HashMap<>();
  private boolean counted;

  private CoreWait() {}

  /** Reads it now; empty on a system that does not count it. */
  public static CoreWait read(long pid) {
    return read("", pid);
  }

  static CoreWait read(String root, long pid) {
    CoreWait read = new CoreWait();
    String tasks = root + "/proc/" + pid + "/task";
    for (long thread : ProcFiles.numbered(Path.of(tasks))) {
      ProcFiles.firstLine(tasks + "/" + thread + "/schedstat")
          .ifPresent(line -> read.add(thread, line.split(" ", -1)));
    }
    return read;
  }

  private void add(long thread, String[] numbers) {
    if (numbers.length > WAITED) {
      waitedNs.put(thread, Long.parseLong(numbers[WAITED]));
      counted |= !numbers[0].equals("0"); // kernels that count nothing write zeros
    }
  }

  /**
   * Nanoseconds since {@code before} of the thread that waited longest, of those that have not
   * ended since: helpers of a runtime, which wait for each other, do not add up.
   */
  public OptionalLong sinceNs(CoreWait before) {
    if (!counted) {
      return OptionalLong.empty();
    }
    return waitedNs.entrySet().stream()
        .mapToLong(thread -> thread.getValue() - before.waitedNs.getOrDefault(thread.getKey(), 0L))
        .max();
  }
}
