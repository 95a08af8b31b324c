package racecard.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags about the machine, from counters and the baseline's times. */
public final class HostFlags {
  /** Beyond this share of all cores, other programs are a warning. */
  public static final double BUSY = 0.05;

  private static final double VERY_BUSY = 0.20;
  private static final double STEAL = 0.01;
  private static final double MUCH_STEAL = 0.05;
  private static final double DRIFT = 0.10;
  private static final double THROTTLED = 0.01;
  private static final double MUCH_THROTTLED = 0.05;
  private static final double WAITED = 0.05;
  private static final double MUCH_WAITED = 0.20;
  // Beyond what a quiet or a fully busy machine showed; docs/MEASUREMENT.md has the figures.
  private static final double SLOWED = 0.15;
  private static final long COARSE_NS = 100_000; // 0.1 % of the shortest round that is aimed at
  private static final Set<String> GOOD_CLOCKS =
      Set.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page", "xen");

  private HostFlags() {}

  /** The flags of a machine; the baseline's valid times are in the order they were measured. */
  public static List<Flag> of(HostNoise noise, double[] baselineTimes) {
    return Stream.of(
            busy(noise.foreignShare(), noise.coreWaitShare()),
            steal(noise.stealShare()),
            throttled(noise.throttledShare()),
            slowed(Slowdown.share(noise.spinNs())),
            drift(Drift.share(baselineTimes)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Flag> busy(double foreign, double waited) {
    String what =
        foreign > BUSY
            ? "Other programs used %.0f %% of this host's cores meanwhile. Close them and run again for narrower intervals."
                .formatted(foreign * 100)
            : "Threads that had a core to themselves waited for one in %.0f %% of their rounds' time: something that is not seen here used it. Measure on a host that is not shared."
                .formatted(waited * 100);
    return raised(
        foreign > BUSY || waited > WAITED,
        "HOST_BUSY",
        what,
        foreign > VERY_BUSY || waited > MUCH_WAITED,
        waited > 0
            ? Map.of("foreign_cpu", foreign, "core_wait", waited)
            : Map.of("foreign_cpu", foreign));
  }

  private static Optional<Flag> slowed(double share) {
    return raised(
        share > SLOWED,
        "SLOWED",
        "The same fixed work took up to %.0f %% more CPU time at times, though nothing here disturbed it: a neighbour outside this machine, a hot processor or saving power. Fix the clock (governor performance, no turbo), let it cool, or measure on a dedicated host."
            .formatted(share * 100),
        false,
        Map.of("slowdown", share));
  }

  /**
   * The flag of a clock that is slow to read or too coarse.
   *
   * @param source where the kernel reads it from; empty where it does not tell
   * @param grainNs the smallest step that was seen
   */
  public static Optional<Flag> clock(String source, long grainNs) {
    boolean odd = !source.isEmpty() && !GOOD_CLOCKS.contains(source);
    String what =
        grainNs > COARSE_NS
            ? "The clock moves in steps of %.1f ms.".formatted(grainNs / 1e6)
            : "The kernel reads the time from %s, which is slow or coarse.".formatted(source);
    return raised(
        odd || grainNs > COARSE_NS,
        "CLOCK",
        what
            + " Let the kernel use tsc (clocksource=tsc) where the processor allows it, or ask for more tasks, so that rounds are longer.",
        false,
        Map.of("grain_ns", (double) grainNs));
  }

  private static Optional<Flag> steal(double share) {
    return raised(
        share > STEAL,
        "STEAL",
        "The hypervisor gave %.1f %% of this host's CPU time to other machines. A dedicated host would measure better."
            .formatted(share * 100),
        share > MUCH_STEAL,
        Map.of("steal", share));
  }

  private static Optional<Flag> throttled(double share) {
    return raised(
        share > THROTTLED,
        "THROTTLED",
        "A CPU quota held the measurement back for %.1f %% of all cores' time. Raise the container's quota to whole cores and run again."
            .formatted(share * 100),
        share > MUCH_THROTTLED,
        Map.of("throttled", share));
  }

  private static Optional<Flag> drift(double drift) {
    return raised(
        Math.abs(drift) > DRIFT,
        "DRIFT",
        "The baseline became %.0f %% %s in the course of the run. Ratios hold, since rounds were paired; seconds do not."
            .formatted(Math.abs(drift) * 100, drift > 0 ? "slower" : "faster"),
        false,
        Map.of("drift", drift));
  }

  private static Optional<Flag> raised(
      boolean when, String kind, String message, boolean severe, Map<String, Double> evidence) {
    return when ? Optional.of(new Flag(kind, message, severe, evidence)) : Optional.empty();
  }
}
