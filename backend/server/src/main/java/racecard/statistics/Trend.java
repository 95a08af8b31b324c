package racecard.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether values fall from block to block within generations, each compared with itself alone.
 *
 * <p>Hirsch, Slack and Smith, "Techniques of trend analysis for monthly water quality data", Water
 * Resources Research 18 (1982): the seasonal Kendall test with a generation for a season, and its
 * slope, the median of all slopes within one. The chance is exact: of n values without a trend,
 * each order is as likely, and the number with k inversions is a coefficient of (1)(1 + q) ... (1 +
 * q + ... + q^(n-1)).
 *
 * @param change from the first block to the last, on the scale of the values
 * @param chance that values without a trend fall in at least as many pairs
 */
record Trend(double change, double chance) {
  private static final Trend NONE = new Trend(0, 1);

  /** The trend of the generations' values; none without a pair. */
  static Trend of(Collection<double[]> generations) {
    List<Double> slopes = new ArrayList<>();
    double[] chances = {1};
    int falling = 0;
    int longest = 0;
    for (double[] values : generations) {
      falling += falling(values, slopes);
      chances = convolved(chances, values.length);
      longest = Math.max(longest, values.length);
    }
    if (slopes.isEmpty()) {
      return NONE;
    }
    double slope = Spread.median(slopes.stream().mapToDouble(Double::doubleValue).toArray());
    return new Trend(slope * (longest - 1), tail(chances, falling));
  }

  private static int falling(double[] values, List<Double> slopes) {
    int falling = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        slopes.add((values[j] - values[i]) / (j - i));
        falling += values[j] < values[i] ? 1 : 0;
      }
    }
    return falling;
  }

  /** The chances of each number of inversions, with {@code n} further values in random order. */
  private static double[] convolved(double[] chances, int n) {
    double[] all = chances;
    for (int value = 2; value <= n; value++) {
      double[] next = new double[all.length + value - 1];
      for (int before = 0; before < all.length; before++) {
        for (int more = 0; more < value; more++) {
          next[before + more] += all[before] / value;
        }
      }
      all = next;
    }
    return all;
  }

  private static double tail(double[] chances, int from) {
    double tail = 0;
    for (int i = from; i < chances.length; i++) {
      tail += chances[i];
    }
    return Math.min(1, tail);
  }
}
