package racecard.host;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What this machine is made of.
 *
 * @param name its host name
 * @param cores how many cores this process may use, cgroup quota included, at least 1
 * @param memoryBytes the memory that this process may use, container limit included
 * @param facts what a person may want to know, name to text, in the order to show
 */
public record HostFacts(
    String name, int cores, long memoryBytes, SequencedMap<String, String> facts) {
  private static final long KIB = 1_024;
  private static final int LONGEST_NAME = 100;
  private static final double GIB = 1 << 30;

  /** Reads them now. */
  public static HostFacts read() {
    int cores = Runtime.getRuntime().availableProcessors();
    long memory = memory();
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    ProcFiles.after("/proc/cpuinfo", "model name").ifPresent(model -> facts.put("CPU", model));
    facts.put("Usable cores", String.valueOf(cores));
    Cgroup.OWN.quota().ifPresent(quota -> facts.put("CPU quota", quota));
    facts.put("Memory", "%.1f GiB".formatted(memory / GIB));
    ProcFiles.after("/etc/os-release", "PRETTY_NAME")
        .ifPresent(name -> facts.put("System", name.replace("\"", "")));
    facts.put("Kernel", property("os.name") + " " + property("os.version"));
    facts.put("Architecture", property("os.arch"));
    facts.put("JDK", property("java.vendor") + " " + property("java.runtime.version"));
    limit(facts, "Open files", "Max open files");
    limit(facts, "Processes", "Max processes");
    ProcFiles.firstLine("/sys/devices/system/clocksource/clocksource0/current_clocksource")
        .ifPresent(clock -> facts.put("Clock source", clock));
    return new HostFacts(hostName(), cores, memory, facts);
  }

  /**
   * Memory that can be given out without swapping, in bytes; {@link Long#MAX_VALUE} where it cannot
   * be read.
   */
  public static long freeMemoryBytes() {
    long host =
        ProcFiles.number("/proc/meminfo", "MemAvailable")
            .map(kib -> kib * KIB)
            .orElse(Long.MAX_VALUE);
    return Math.min(host, Cgroup.OWN.memoryLeftBytes().orElse(Long.MAX_VALUE));
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static void limit(SequencedMap<String, String> facts, String name, String key) {
    ProcFiles.after("/proc/self/limits", key)
        .ifPresent(line -> facts.put(name, line.replaceFirst("\\s.*$", "")));
  }

  private static String property(String key) {
    return System.getProperty(key, "unknown");
  }

  private static String hostName() {
    return ProcFiles.firstLine("/proc/sys/kernel/hostname")
        .filter(name -> !name.equals("(none)"))
        .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME))
        .orElseGet(HostFacts::resolvedName);
  }

  private static String resolvedName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "localhost";
    }
  }
}
