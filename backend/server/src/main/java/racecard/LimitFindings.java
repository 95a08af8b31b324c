package racecard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import racecard.host.HostLimits;

/** Whether this host's limits let 10,000 tasks be in flight, which is what people try. */
final class LimitFindings {
  private static final long FILES = 10_200;
  private static final long THREADS = 10_200;
  private static final long MAPS = 3 * THREADS; // a thread's stack takes three
  private static final long PORTS = 12_000;
  private static final long ENOUGH_MEMORY = 2L << 30;
  private static final double GIB = 1 << 30;

  private LimitFindings() {}

  static void add(HostLimits limits, Findings findings) {
    findings.judge("open files", limits.openFiles(), LimitFindings::openFiles);
    findings.judge("processes of this user", limits.processes(), LimitFindings::processes);
    threads(findings, "threads-max", limits.threadsOfAll(), "sysctl kernel.threads-max=100000");
    threads(findings, "pid_max", limits.processNumbers(), "sysctl kernel.pid_max=100000");
    findings.judge(
        "max_map_count",
        limits.memoryMaps(),
        told -> atLeast("max_map_count", MAPS, told, "sysctl vm.max_map_count=262144"));
    if (limits.groupProcesses() != null) {
      threads(
          findings, "processes of the control group", limits.groupProcesses(), "raise pids.max");
    }
    if (limits.groupMemoryBytes() != null) {
      findings.add(Finding.ok("memory of the control group", gib(limits.groupMemoryBytes())));
    }
    findings.judge("free memory", limits.freeMemoryBytes(), LimitFindings::memory);
    findings.judge("ports to connect from", limits.ports(), LimitFindings::ports);
  }

  static Finding openFiles(HostLimits.Pair told) {
    String what = "open files";
    return told.soft() >= FILES
        ? Finding.ok(what, both(told))
        : Finding.look(
            what,
            both(told),
            "fewer downloads at once than that are measured: `ulimit -n 65536` before the start (systemd: LimitNOFILE=65536)");
  }

  static Finding processes(HostLimits.Pair told) {
    String what = "processes of this user";
    return told.soft() >= THREADS
        ? Finding.ok(what, both(told))
        : Finding.look(
            what,
            both(told),
            "fewer threads at once than that are measured: `ulimit -u 65536` (systemd: LimitNPROC=65536)");
  }

  static Finding memory(long freeBytes) {
    String what = "free memory";
    return freeBytes >= ENOUGH_MEMORY
        ? Finding.ok(what, gib(freeBytes))
        : Finding.look(what, gib(freeBytes), "a contender may take 1 GiB: free some");
  }

  static Finding ports(long told) {
    return atLeast(
        "ports to connect from", PORTS, told, "sysctl net.ipv4.ip_local_port_range='32768 60999'");
  }

  private static void threads(Findings findings, String what, @Nullable Long told, String raise) {
    findings.judge(what, told, most -> atLeast(what, THREADS, most, raise));
  }

  static Finding atLeast(String what, long enough, long told, String raise) {
    return told >= enough
        ? Finding.ok(what, count(told))
        : Finding.look(
            what,
            count(told),
            String.format(Locale.ROOT, "10,000 tasks in flight need %,d: %s", enough, raise));
  }

  private static String both(HostLimits.Pair told) {
    return told.soft() == told.hard()
        ? count(told.soft())
        : "%s, can be raised to %s".formatted(count(told.soft()), count(told.hard()));
  }

  private static String count(long told) {
    return told == HostLimits.NONE ? "no limit" : String.format(Locale.ROOT, "%,d", told);
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
