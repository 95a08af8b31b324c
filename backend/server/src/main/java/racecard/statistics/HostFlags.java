package racecard.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flags about the machine, from counters and the baseline's times. */
public final class HostFlags {
  private static final double BUSY = 0.05;
  private static final double VERY_BUSY = 0.20;
  private static final double STEAL = 0.01;
  private static final double MUCH_STEAL = 0.05;
  private static final double DRIFT = 0.10;

  private HostFlags() {}

  /**
   * The flags of a machine.
   *
   * @param foreignShare CPU used by anything but the measurement, as a share of all cores
   * @param stealShare CPU taken by the hypervisor, as a share of all cores
   * @param baselineTimes the baseline's valid times in the order they were measured
   */
  public static List<Flag> of(double foreignShare, double stealShare, double[] baselineTimes) {
    List<Flag> flags = new ArrayList<>();
    if (foreignShare > BUSY) {
      flags.add(
          new Flag(
              "HOST_BUSY",
              "Other programs used %.0f %% of this host's cores meanwhile. Close them and run again for narrower intervals."
                  .formatted(foreignShare * 100),
              foreignShare > VERY_BUSY,
              Map.of("foreign_cpu", foreignShare)));
    }
    if (stealShare > STEAL) {
      flags.add(
          new Flag(
              "STEAL",
              "The hypervisor gave %.1f %% of this host's CPU time to other machines. A dedicated host would measure better."
                  .formatted(stealShare * 100),
              stealShare > MUCH_STEAL,
              Map.of("steal", stealShare)));
    }
    double drift = Drift.share(baselineTimes);
    if (Math.abs(drift) > DRIFT) {
      flags.add(
          new Flag(
              "DRIFT",
              "The baseline became %.0f %% %s in the course of the run. Ratios hold, since rounds were paired; seconds do not."
                  .formatted(Math.abs(drift) * 100, drift > 0 ? "slower" : "faster"),
              false,
              Map.of("drift", drift)));
    }
    return flags;
  }
}
