package racecard.statistics;

import java.util.List;

/**
 * What else a machine did while a cell was measured; 0 and empty where it does not tell.
 *
 * @param foreignShare CPU used by anything but the measurement, as a share of all cores
 * @param stealShare CPU taken by the hypervisor, as a share of all cores
 * @param throttledShare time in which a CPU quota held the measurement back, as a share of all
 *     cores
 * @param coreWaitShare time in which threads of contenders that execute one task at a time were
 *     ready and waited for a core, as a share of their rounds
 * @param spinNs CPU time of the same fixed work, done again and again between blocks
 */
public record HostNoise(
    double foreignShare,
    double stealShare,
    double throttledShare,
    double coreWaitShare,
    List<Double> spinNs) {

  /** Copies the list. */
  public HostNoise {
    spinNs = List.copyOf(spinNs);
  }
}
