package racecard.jvm;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the host allows this process.
 *
 * @param openFiles how many files it may have open
 * @param freeThreads how many more threads may be started
 * @param freeMemoryBytes what could be used without swapping
 */
record HostLimits(long openFiles, long freeThreads, long freeMemoryBytes) {
  private static final Path CGROUP = Path.of("/sys/fs/cgroup");
  // A thread's stack takes three maps: itself, its guard and the VM's zones.
  private static final int MAPS_A_THREAD = 3;

  /**
   * Reads them from /proc and the control group; where a file is missing there is no limit that we
   * know.
   */
  static HostLimits read() {
    return new HostLimits(readOpenFiles(), readFreeThreads(), readFreeMemoryBytes());
  }

  private static long readOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  private static long readFreeThreads() {
    long most = number(Path.of("/proc/sys/kernel/threads-max"));
    most = Math.min(most, number(Path.of("/proc/sys/kernel/pid_max")));
    most = Math.min(most, userLimit());
    long free = most - threadsNow();
    long maps = number(Path.of("/proc/sys/vm/max_map_count"));
    free = Math.min(free, maps / MAPS_A_THREAD);
    return Math.min(free, number(CGROUP.resolve("pids.max")));
  }

  private static long readFreeMemoryBytes() {
    long free = Long.MAX_VALUE;
    for (String line : lines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemAvailable:")) {
        free = firstNumber(line) * 1024;
      }
    }
    long limit = number(CGROUP.resolve("memory.max"));
    long used = number(CGROUP.resolve("memory.current"));
    return limit == Long.MAX_VALUE ? free : Math.min(free, limit - used);
  }

  private static long userLimit() {
    for (String line : lines(Path.of("/proc/self/limits"))) {
      if (line.startsWith("Max processes")) {
        return firstNumber(line);
      }
    }
    return Long.MAX_VALUE;
  }

  // The fourth field of /proc/loadavg: running and existing threads of the whole host.
  private static long threadsNow() {
    for (String line : lines(Path.of("/proc/loadavg"))) {
      int slash = line.indexOf('/');
      return slash < 0 ? 0 : firstNumber(line.substring(slash));
    }
    return 0;
  }

  private static long number(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? Long.MAX_VALUE : firstNumber(lines.getFirst());
  }

  /** The first run of digits in {@code text}; the largest number where there is none (`max`). */
  static long firstNumber(String text) {
    int from = 0;
    while (from < text.length() && !Character.isDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return from == to || to - from > 18 ? Long.MAX_VALUE : Long.parseLong(text.substring(from, to));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
