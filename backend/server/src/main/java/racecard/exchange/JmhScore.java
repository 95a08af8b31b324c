package racecard.exchange;

import java.util.Arrays;

/**
 * A score as JMH computes it from its iterations: the mean, half the width of its 99.9 % interval
 * by Student's t, and percentiles at p(n + 1).
 */
final class JmhScore {
  private static final double TAILS = 0.001;
  private static final int FEWEST = 3;

  private final double[] ascending;

  JmhScore(double[] values) {
    this.ascending = values.clone();
    Arrays.sort(ascending);
  }

  double mean() {
    return Arrays.stream(ascending).average().orElse(Double.NaN);
  }

  /** Not a number for fewer than three values. */
  double error() {
    int n = ascending.length;
    if (n < FEWEST) {
      return Double.NaN;
    }
    double mean = mean();
    double squares = Arrays.stream(ascending).map(x -> (x - mean) * (x - mean)).sum();
    return quantile(n - 1) * Math.sqrt(squares / (n - 1)) / Math.sqrt(n);
  }

  double percentile(double percent) {
    int n = ascending.length;
    double position = percent * (n + 1) / 100;
    if (percent == 0 || position < 1) {
      return ascending[0];
    }
    if (position >= n) {
      return ascending[n - 1];
    }
    double below = ascending[(int) position - 1];
    return below + (position - (int) position) * (ascending[(int) position] - below);
  }

  /** The t that is exceeded to both sides with the probability {@link #TAILS}. */
  private static double quantile(int degrees) {
    double low = 0;
    double high = 1_000;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < 1 - TAILS) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** P(|T| ≤ t); source: Abramowitz and Stegun, 26.7.3 and 26.7.4. */
  private static double within(double t, int degrees) {
    double angle = Math.atan(t / Math.sqrt(degrees));
    double square = Math.pow(Math.cos(angle), 2);
    boolean odd = degrees % 2 == 1;
    double term = odd ? Math.cos(angle) : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < degrees; k += 2) {
      term *= square * (k - 1) / k;
      sum += term;
    }
    double rest = Math.sin(angle) * sum;
    return odd ? 2 / Math.PI * (angle + rest) : rest;
  }
}
