package racecard.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags about the machine, from counters and the baseline's times. */
public final class HostFlags {
  private static final double BUSY = 0.05;
  private static final double VERY_BUSY = 0.20;
  private static final double STEAL = 0.01;
  private static final double MUCH_STEAL = 0.05;
  private static final double DRIFT = 0.10;
  private static final double THROTTLED = 0.01;
  private static final double MUCH_THROTTLED = 0.05;

  private HostFlags() {}

  /**
   * The flags of a machine.
   *
   * @param foreignShare CPU used by anything but the measurement, as a share of all cores
   * @param stealShare CPU taken by the hypervisor, as a share of all cores
   * @param throttledShare time in which a CPU quota held the measurement back, as a share of all
   *     cores
   * @param baselineTimes the baseline's valid times in the order they were measured
   */
  public static List<Flag> of(
      double foreignShare, double stealShare, double throttledShare, double[] baselineTimes) {
    return Stream.of(
            busy(foreignShare),
            steal(stealShare),
            throttled(throttledShare),
            drift(Drift.share(baselineTimes)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Flag> busy(double share) {
    return raised(
        share > BUSY,
        "HOST_BUSY",
        "Other programs used %.0f %% of this host's cores meanwhile. Close them and run again for narrower intervals."
            .formatted(share * 100),
        share > VERY_BUSY,
        Map.of("foreign_cpu", share));
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
