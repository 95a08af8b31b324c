package racecard.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Hodges-Lehmann estimate of a centre and its exact signed-rank interval.
 *
 * <p>Source: M. Hollander, D. A. Wolfe, Nonparametric Statistical Methods, section 3.2 and 3.3
 * (estimate 3.23, interval by the ordered Walsh averages).
 */
final class HodgesLehmann {
  private static final int EXACT_UP_TO = 60;
  private static final int[] EXACT_K =
      IntStream.rangeClosed(0, EXACT_UP_TO).map(HodgesLehmann::exactK).toArray();
  private static final double Z_975 = 1.959963984540054;

  private HodgesLehmann() {}

  /** The averages of all pairs, each value with itself included, ascending. */
  static double[] walshAverages(double[] values) {
    int n = values.length;
    double[] averages = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        averages[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }

  /** The median of the Walsh averages; {@code values} must not be empty. */
  static double estimate(double[] values) {
    return median(walshAverages(values));
  }

  /**
   * The 95 % interval from the k-th smallest to the k-th largest Walsh average; infinite for fewer
   * than six values, because no such interval then has that level.
   */
  static Interval interval(double[] values) {
    return interval(values.length, walshAverages(values));
  }

  /** The same from the averages of {@code n} values. */
  static Interval interval(int n, double[] averages) {
    int k = signedRankK(n);
    return k < 0
        ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new Interval(averages[k], averages[averages.length - 1 - k]);
  }

  /**
   * The largest k with P(W+ ≤ k) ≤ 0.025 for n values, or -1 when there is none: exact up to 60
   * values, the normal approximation with continuity correction beyond.
   */
  static int signedRankK(int n) {
    return n <= EXACT_UP_TO ? EXACT_K[n] : normalK(n);
  }

  private static int exactK(int n) {
    int most = n * (n + 1) / 2;
    double[] probability = new double[most + 1];
    probability[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = most; sum >= 0; sum--) {
        probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
      }
    }
    double cumulated = 0;
    int k = -1;
    while (k + 1 <= most && cumulated + probability[k + 1] <= 0.025) {
      cumulated += probability[++k];
    }
    return k;
  }

  private static int normalK(int n) {
    double mean = n * (n + 1.0) / 4;
    double deviation = Math.sqrt(n * (n + 1.0) * (2 * n + 1.0) / 24);
    return (int) Math.floor(mean - Z_975 * deviation - 0.5);
  }

  /** The median of ascending values. */
  static double median(double[] ascending) {
    int n = ascending.length;
    return n % 2 == 1 ? ascending[n / 2] : (ascending[n / 2 - 1] + ascending[n / 2]) / 2;
  }
}
