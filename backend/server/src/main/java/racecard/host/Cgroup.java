package racecard.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control group of this process with those around it, version 2 or 1; empty answers where there
 * is none.
 *
 * <p>A quota or limit of any of them holds, and each counts only what it held back itself
 * (Documentation/admin-guide/cgroup-v2.rst of Linux).
 */
final class Cgroup {
  /** That of this process. */
  static final Cgroup OWN = new Cgroup("");

  private static final String MOUNT = "/sys/fs/cgroup";
  private static final long UNLIMITED = 1L << 60; // version 1 writes the largest page's address

  private final String root;
  private final List<String> unified;
  private final List<String> cpu;
  private final List<String> memory;
  private final List<String> pids;
  // Read before and after every round, so they are looked for only once.
  private final List<String> throttling;

  /** The group as the files below {@code root} tell it; empty for those of this system. */
  Cgroup(String root) {
    this.root = root;
    this.unified = groups(MOUNT, "");
    this.cpu = groups(MOUNT + "/cpu", "cpu");
    this.memory = groups(MOUNT + "/memory", "memory");
    this.pids = groups(MOUNT + "/pids", "pids");
    this.throttling =
        Stream.concat(unified.stream(), cpu.stream())
            .map(group -> group + "/cpu.stat")
            .filter(file -> throttledNs(file).isPresent())
            .toList();
  }

  /** Time in which the groups were held back, in nanoseconds. */
  Optional<Long> throttledNs() {
    return throttling.stream().flatMap(file -> throttledNs(file).stream()).reduce(Long::sum);
  }

  private static Optional<Long> throttledNs(String file) {
    return ProcFiles.number(file, "throttled_usec")
        .map(us -> us * 1_000)
        .or(() -> ProcFiles.number(file, "throttled_time"));
  }

  /** How many cores' time it may use, as in "1.5 cores"; empty without a quota. */
  Optional<String> quota() {
    Stream<Double> v2 = unified.stream().flatMap(group -> max(group).stream());
    Stream<Double> v1 = cpu.stream().flatMap(group -> cfs(group).stream());
    return Stream.concat(v2, v1).min(Double::compare).map("%.2f cores"::formatted);
  }

  private static Optional<Double> max(String group) {
    return ProcFiles.firstLine(group + "/cpu.max")
        .map(line -> line.split(" ", 2))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> cores(parts[0], parts[1]));
  }

  private static Optional<Double> cfs(String group) {
    return ProcFiles.firstLine(group + "/cpu.cfs_quota_us")
        .flatMap(quota ->
            ProcFiles.firstLine(group + "/cpu.cfs_period_us")
                .flatMap(period -> cores(quota, period)));
  }

  private static Optional<Double> cores(String quotaUs, String periodUs) {
    return ProcFiles.leadingNumber(quotaUs)
        .map(quota -> (double) quota / Long.parseLong(periodUs.strip()));
  }

  /** How many bytes of memory are left within its limit; empty without one. */
  Optional<Long> memoryLeftBytes() {
    Stream<Long> v2 =
        unified.stream()
            .flatMap(group -> left(group + "/memory.max", group + "/memory.current").stream());
    Stream<Long> v1 =
        memory.stream()
            .flatMap(group ->
                left(group + "/memory.limit_in_bytes", group + "/memory.usage_in_bytes").stream());
    return Stream.concat(v2, v1).min(Long::compare);
  }

  private static Optional<Long> left(String limit, String usage) {
    return ProcFiles.firstLine(limit)
        .flatMap(ProcFiles::leadingNumber)
        .flatMap(most ->
            ProcFiles.firstLine(usage)
                .flatMap(ProcFiles::leadingNumber)
                .map(used -> Math.max(0, most - used)));
  }

  /** Its limit of memory in bytes; empty without one. */
  Optional<Long> memoryLimitBytes() {
    return Stream.concat(numbers(unified, "/memory.max"), numbers(memory, "/memory.limit_in_bytes"))
        .min(Long::compare)
        .filter(bytes -> bytes < UNLIMITED);
  }

  /** How many processes and threads it may have; empty without a limit. */
  Optional<Long> mostProcesses() {
    return Stream.concat(numbers(unified, "/pids.max"), numbers(pids, "/pids.max"))
        .min(Long::compare);
  }

  private static Stream<Long> numbers(List<String> groups, String file) {
    return groups.stream()
        .flatMap(
            group -> ProcFiles.firstLine(group + file).flatMap(ProcFiles::leadingNumber).stream());
  }

  /** The directories of the own group and of those around it, innermost first. */
  private List<String> groups(String mount, String controller) {
    List<String> groups = new ArrayList<>();
    String path = path(controller);
    while (!path.isEmpty()) {
      groups.add(root + mount + path);
      path = path.substring(0, path.lastIndexOf('/'));
    }
    groups.add(root + mount);
    return groups;
  }

  /** The own group in the hierarchy of {@code controller}, of version 2 without one. */
  private String path(String controller) {
    return ProcFiles.lines(root + "/proc/self/cgroup").stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
        .map(parts -> parts[2])
        .filter(path -> path.startsWith("/") && !path.equals("/"))
        .findFirst()
        .orElse("");
  }
}
