package racecard.host;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of this machine may make figures vary; null is what it does not tell.
 *
 * @param governor what chooses the cores' clock, as {@code powersave}
 * @param boost whether cores may exceed their nominal clock for a while
 * @param sharedCores whether two usable cores may be one (SMT)
 * @param clock where time is read from, as {@code tsc}
 * @param load threads that wanted to run, over the last minute
 * @param stolen the share of time since the boot that the hypervisor gave to other machines
 * @param swappedBytes what lies in the swap
 * @param hugePages when memory is given out in pages of megabytes, as {@code madvise}
 * @param virtual whether this is a virtual machine
 * @param quota how many cores' time this process may use; null without a quota
 */
public record NoiseSources(
    @Nullable String governor,
    @Nullable Boolean boost,
    @Nullable Boolean sharedCores,
    @Nullable String clock,
    @Nullable Double load,
    @Nullable Double stolen,
    @Nullable Long swappedBytes,
    @Nullable String hugePages,
    @Nullable Boolean virtual,
    @Nullable String quota) {
  private static final String CPU = "/sys/devices/system/cpu/";
  private static final String MEMORY = "/proc/meminfo";
  private static final long KIB = 1_024;
  private static final int STEAL = 8;

  /** Reads them now. */
  public static NoiseSources read() {
    return new NoiseSources(
        ProcFiles.firstLine(CPU + "cpu0/cpufreq/scaling_governor").orElse(null),
        switchedOn(CPU + "intel_pstate/no_turbo")
            .map(off -> !off)
            .or(() -> switchedOn(CPU + "cpufreq/boost"))
            .orElse(null),
        switchedOn(CPU + "smt/active").orElse(null),
        ClockFacts.source("").orElse(null),
        readLoad(),
        ProcFiles.firstLine("/proc/stat").map(NoiseSources::stolen).orElse(null),
        readSwapped().orElse(null),
        ProcFiles.firstLine("/sys/kernel/mm/transparent_hugepage/enabled")
            .map(line -> line.replaceFirst("^.*\\[(\\w+)].*$", "$1"))
            .orElse(null),
        readVirtual().orElse(null),
        Cgroup.OWN.quota().orElse(null));
  }

  private static Optional<Boolean> switchedOn(String path) {
    return ProcFiles.firstLine(path).map("1"::equals);
  }

  private static @Nullable Double readLoad() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? null : load;
  }

  /** Reads the line {@code cpu} of {@code /proc/stat}, up to its column steal. */
  static double stolen(String line) {
    String[] columns = line.split("\\s+", -1);
    if (columns.length <= STEAL) {
      return 0;
    }
    long all = IntStream.rangeClosed(1, STEAL).mapToLong(at -> Long.parseLong(columns[at])).sum();
    return all == 0 ? 0 : (double) Long.parseLong(columns[STEAL]) / all;
  }

  private static Optional<Long> readSwapped() {
    return ProcFiles.number(MEMORY, "SwapTotal")
        .flatMap(total -> ProcFiles.number(MEMORY, "SwapFree").map(free -> (total - free) * KIB));
  }

  private static Optional<Boolean> readVirtual() {
    return ProcFiles.after("/proc/cpuinfo", "flags")
        .map(flags -> (" " + flags + " ").contains(" hypervisor "))
        .or(() -> ProcFiles.firstLine("/sys/hypervisor/type").map(_ -> true));
  }
}
