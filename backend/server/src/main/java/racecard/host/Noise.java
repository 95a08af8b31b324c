package racecard.host;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Counters of the whole machine at one moment; only differences mean something, and null is what
 * this system does not tell.
 *
 * @param busyNs CPU time of all processes, waiting for disks left out; moves in steps of 10 ms
 * @param stealNs time that the hypervisor gave to other machines; moves in steps of 10 ms
 * @param throttledNs time that the cgroup was held back
 * @param pressureNs time in which some process waited for a CPU
 */
public record Noise(
    @Nullable Long busyNs,
    @Nullable Long stealNs,
    @Nullable Long throttledNs,
    @Nullable Long pressureNs) {
  /** Nanoseconds of one tick of {@code /proc/stat}, which counts hundredths of a second. */
  public static final long TICK_NS = 10_000_000;

  private static final int STEAL = 8;
  private static final int[] BUSY = {1, 2, 3, 6, 7}; // user, nice, system, irq, softirq

  /** Reads them now. */
  public static Noise read() {
    return read("", Cgroup.OWN);
  }

  /** What the files below {@code root} tell. */
  static Noise read(String root, Cgroup cgroup) {
    Optional<String[]> cpu =
        ProcFiles.firstLine(root + "/proc/stat").map(line -> line.split("\\s+", -1));
    return new Noise(
        cpu.map(Noise::busy).orElse(null),
        cpu.flatMap(Noise::stolen).orElse(null),
        cgroup.throttledNs().orElse(null),
        ProcFiles.firstLine(root + "/proc/pressure/cpu").flatMap(Noise::pressure).orElse(null));
  }

  private static long busy(String[] columns) {
    long busy = 0;
    for (int column : BUSY) {
      busy += ticks(columns, column);
    }
    return busy;
  }

  // Kernels before 2.6.11 have no such column.
  private static Optional<Long> stolen(String[] columns) {
    return columns.length > STEAL ? Optional.of(ticks(columns, STEAL)) : Optional.empty();
  }

  private static long ticks(String[] columns, int column) {
    return column < columns.length ? Long.parseLong(columns[column]) * TICK_NS : 0;
  }

  private static Optional<Long> pressure(String line) {
    int total = line.indexOf("total=");
    return total < 0
        ? Optional.empty()
        : ProcFiles.leadingNumber(line.substring(total + 6)).map(us -> us * 1_000);
  }

  /** What happened since {@code before}, named as in a round's counters. */
  public SequencedMap<String, @Nullable Long> since(Noise before) {
    SequencedMap<String, @Nullable Long> delta = new LinkedHashMap<>();
    delta.put("busy_ns", minus(busyNs, before.busyNs));
    delta.put("steal_ns", minus(stealNs, before.stealNs));
    delta.put("throttled_ns", minus(throttledNs, before.throttledNs));
    delta.put("pressure_ns", minus(pressureNs, before.pressureNs));
    return delta;
  }

  private static @Nullable Long minus(@Nullable Long after, @Nullable Long before) {
    return after == null || before == null ? null : Long.valueOf(after - before);
  }
}
