package racecard.host;

import java.util.Optional;

/** The control group of this process, version 2 or 1; empty answers where there is none. */
final class Cgroup {
  private static final String MOUNT = "/sys/fs/cgroup";
  private static final String V2 = "0::";
  private static final long UNLIMITED = 1L << 60; // version 1 writes the largest page's address
  // Read before and after every round, so it is looked for only once.
  private static final String CPU_V2 = v2("cpu.stat");
  private static final String CPU_V1 = v1("cpu", "cpu.stat");

  private Cgroup() {}

  /** Time in which the group was held back, in nanoseconds. */
  static Optional<Long> throttledNs() {
    return ProcFiles.number(CPU_V2, "throttled_usec")
        .map(us -> us * 1_000)
        .or(() -> ProcFiles.number(CPU_V1, "throttled_time"));
  }

  /** How many cores' time it may use, as in "1.5 cores"; empty without a quota. */
  static Optional<String> quota() {
    return ProcFiles.firstLine(v2("cpu.max"))
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> cores(parts[0], parts[1]))
        .or(() ->
            ProcFiles.firstLine(v1("cpu", "cpu.cfs_quota_us"))
                .flatMap(quota ->
                    ProcFiles.firstLine(v1("cpu", "cpu.cfs_period_us"))
                        .flatMap(period -> cores(quota, period))));
  }

  private static Optional<String> cores(String quotaUs, String periodUs) {
    return ProcFiles.leadingNumber(quotaUs)
        .map(quota -> "%.2f cores".formatted((double) quota / Long.parseLong(periodUs.strip())));
  }

  /** How many bytes of memory are left within its limit; empty without one. */
  static Optional<Long> memoryLeftBytes() {
    return left(v2("memory.max"), v2("memory.current"))
        .or(() ->
            left(v1("memory", "memory.limit_in_bytes"), v1("memory", "memory.usage_in_bytes")));
  }

  /** Its limit of memory in bytes; empty without one. */
  static Optional<Long> memoryLimitBytes() {
    return ProcFiles.firstLine(v2("memory.max"))
        .or(() -> ProcFiles.firstLine(v1("memory", "memory.limit_in_bytes")))
        .flatMap(ProcFiles::leadingNumber)
        .filter(bytes -> bytes < UNLIMITED);
  }

  /** How many processes and threads it may have; empty without a limit. */
  static Optional<Long> mostProcesses() {
    return ProcFiles.firstLine(v2("pids.max"))
        .or(() -> ProcFiles.firstLine(v1("pids", "pids.max")))
        .flatMap(ProcFiles::leadingNumber);
  }

  private static Optional<Long> left(String limit, String usage) {
    return ProcFiles.firstLine(limit)
        .flatMap(ProcFiles::leadingNumber)
        .flatMap(most ->
            ProcFiles.firstLine(usage)
                .flatMap(ProcFiles::leadingNumber)
                .map(used -> Math.max(0, most - used)));
  }

  private static String v2(String file) {
    String own = MOUNT + path(V2) + "/" + file;
    return ProcFiles.firstLine(own).isPresent() ? own : MOUNT + "/" + file;
  }

  private static String v1(String controller, String file) {
    String own = MOUNT + "/" + controller + path(":" + controller + ":") + "/" + file;
    return ProcFiles.firstLine(own).isPresent() ? own : MOUNT + "/" + controller + "/" + file;
  }

  private static String path(String hierarchy) {
    return ProcFiles.lines("/proc/self/cgroup").stream()
        .filter(line -> line.contains(hierarchy))
        .map(line -> line.substring(line.lastIndexOf(':') + 1))
        .findFirst()
        .filter(path -> !path.equals("/"))
        .orElse("");
  }
}
