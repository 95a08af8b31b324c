package racecard.jvm.round;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process has used since it began, its reaped children included in the first three.
 *
 * @param cpuNs CPU time
 * @param voluntarySwitches waits; 0 where the system does not tell
 * @param involuntarySwitches times the system took a core away; 0 where it does not tell
 * @param gcCount collections
 * @param gcNs time in collections
 * @param compileNs time the compiler threads worked
 * @param classesLoaded classes
 */
public record Counters(
    long cpuNs,
    long voluntarySwitches,
    long involuntarySwitches,
    long gcCount,
    long gcNs,
    long compileNs,
    long classesLoaded) {
  /** Nothing. */
  public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);

  private static final @Nullable NativeUsage NATIVE = NativeUsage.find();

  /** What this process has used so far. */
  public static Counters read() {
    long[] usage = usage();
    long count = 0;
    long ms = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += collector.getCollectionCount();
      ms += collector.getCollectionTime();
    }
    long compileMs = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    return new Counters(
        usage[0], usage[1], usage[2], count, ms * 1_000_000, compileMs * 1_000_000, classes);
  }

  /** The counters as numbers, which {@link #ofNumbers} reads. */
  public List<Long> toNumbers() {
    return List.of(
        cpuNs, voluntarySwitches, involuntarySwitches, gcCount, gcNs, compileNs, classesLoaded);
  }

  /** Reads what {@link #toNumbers} wrote. */
  public static Counters ofNumbers(List<Long> n) {
    return new Counters(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6));
  }

  /** What came since {@code earlier}. */
  public Counters since(Counters earlier) {
    return plus(earlier, -1);
  }

  /** Both together. */
  public Counters and(Counters other) {
    return plus(other, 1);
  }

  private Counters plus(Counters other, int sign) {
    return new Counters(
        cpuNs + sign * other.cpuNs,
        voluntarySwitches + sign * other.voluntarySwitches,
        involuntarySwitches + sign * other.involuntarySwitches,
        gcCount + sign * other.gcCount,
        gcNs + sign * other.gcNs,
        compileNs + sign * other.compileNs,
        classesLoaded + sign * other.classesLoaded);
  }

  /** Whether this system tells the switches. */
  public static boolean tellsSwitches() {
    return NATIVE != null;
  }

  private static long[] usage() {
    if (NATIVE != null) {
      return NATIVE.read();
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new long[] {system.getProcessCpuTime(), 0, 0};
  }
}
