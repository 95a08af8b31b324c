package racecard.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this system allows this process; null is what it does not tell, {@link #NONE} no limit.
 *
 * @param openFiles the limit of open files in force and the one up to which it can be raised
 * @param processes the same for this user's processes and threads
 * @param threadsOfAll threads of the whole system
 * @param processNumbers numbers of processes and threads of the whole system
 * @param memoryMaps memory maps of one process
 * @param groupProcesses processes and threads of the control group; null without such a group
 * @param groupMemoryBytes the control group's memory; null without such a limit
 * @param freeMemoryBytes what can be given out without swapping
 * @param ports from which connections leave
 */
public record HostLimits(
    @Nullable Pair openFiles,
    @Nullable Pair processes,
    @Nullable Long threadsOfAll,
    @Nullable Long processNumbers,
    @Nullable Long memoryMaps,
    @Nullable Long groupProcesses,
    @Nullable Long groupMemoryBytes,
    @Nullable Long freeMemoryBytes,
    @Nullable Long ports) {
  /** No limit. */
  public static final long NONE = Long.MAX_VALUE;

  private static final String KERNEL = "/proc/sys/kernel/";

  /** A limit of one process: in force, and the most that it may be raised to. */
  public record Pair(long soft, long hard) {}

  /** Reads them now. */
  public static HostLimits read() {
    long free = HostFacts.freeMemoryBytes();
    return new HostLimits(
        own("Max open files"),
        own("Max processes"),
        number(KERNEL + "threads-max"),
        number(KERNEL + "pid_max"),
        number("/proc/sys/vm/max_map_count"),
        Cgroup.OWN.mostProcesses().orElse(null),
        Cgroup.OWN.memoryLimitBytes().orElse(null),
        free == NONE ? null : free,
        ProcFiles.firstLine("/proc/sys/net/ipv4/ip_local_port_range")
            .flatMap(HostLimits::ports)
            .orElse(null));
  }

  private static @Nullable Pair own(String key) {
    return ProcFiles.after("/proc/self/limits", key).flatMap(HostLimits::pair).orElse(null);
  }

  /** Reads {@code 1024 unlimited files}. */
  static Optional<Pair> pair(String line) {
    String[] columns = line.split("\\s+", -1);
    return columns.length < 2
        ? Optional.empty()
        : Optional.of(new Pair(limit(columns[0]), limit(columns[1])));
  }

  private static long limit(String text) {
    return ProcFiles.leadingNumber(text).orElse(NONE);
  }

  private static @Nullable Long number(String path) {
    return ProcFiles.firstLine(path).flatMap(ProcFiles::leadingNumber).orElse(null);
  }

  /** How many ports {@code 32768 60999} are. */
  static Optional<Long> ports(String line) {
    String[] ends = line.split("\\s+", -1);
    return ends.length != 2
        ? Optional.empty()
        : ProcFiles.leadingNumber(ends[0])
            .flatMap(first -> ProcFiles.leadingNumber(ends[1]).map(last -> last - first + 1));
  }
}
