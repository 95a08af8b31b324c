package racecard.host;

import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of one process.
 *
 * @param startTicks when it started, in ticks of 10 ms since the host's boot
 * @param cpuTicks its CPU time with that of its ended and awaited children, in the same ticks
 */
record ProcessStat(long pid, long parent, boolean zombie, long startTicks, long cpuTicks) {
  // Places behind the name, which may itself hold spaces and parentheses; man 5 proc counts from 1.
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;
  private static final int START = 19;

  /** Empty when there is no such process, or no {@code /proc}. */
  static Optional<ProcessStat> read(long pid) {
    return ProcFiles.firstLine("/proc/" + pid + "/stat").flatMap(line -> parse(pid, line));
  }

  static Optional<ProcessStat> parse(long pid, String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length <= START) {
      return Optional.empty();
    }
    long cpu = 0;
    for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
      cpu += Long.parseLong(fields[field]);
    }
    return Optional.of(
        new ProcessStat(
            pid,
            Long.parseLong(fields[PARENT]),
            fields[0].equals("Z"),
            Long.parseLong(fields[START]),
            cpu));
  }
}
