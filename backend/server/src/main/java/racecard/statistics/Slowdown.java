package racecard.statistics;

import java.util.List;

/** Whether the same work takes longer at times. */
public final class Slowdown {
  /** With fewer times nothing is said. */
  public static final int FEWEST = 6;

  private static final double QUICK = 0.1;
  private static final double SLOW = 0.9;

  private Slowdown() {}

  /**
   * The slowest tenth of these times over the quickest tenth, minus 1; 0 for fewer than six, so
   * that one hiccup says nothing.
   */
  public static double share(List<Double> times) {
    if (times.size() < FEWEST) {
      return 0;
    }
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    return Spread.quantile(all, SLOW) / Spread.quantile(all, QUICK) - 1;
  }
}
