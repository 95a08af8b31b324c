package racecard.statistics;

import java.util.Arrays;

/** How far rounds lie apart; nothing is deleted, unusual ones are only marked. */
public final class Spread {
  private static final double UNUSUAL_IQRS = 3;

  private Spread() {}

  /** The plain median; NaN without values. */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile by linear interpolation between order statistics (R's type 7); NaN without values.
   */
  public static double quantile(double[] values, double probability) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double position = probability * (ascending.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
  }

  /** Which values lie more than three interquartile ranges from the median. */
  public static boolean[] unusual(double[] values) {
    double median = median(values);
    double range = quantile(values, 0.75) - quantile(values, 0.25);
    boolean[] unusual = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      unusual[i] = range > 0 && Math.abs(values[i] - median) > UNUSUAL_IQRS * range;
    }
    return unusual;
  }
}
