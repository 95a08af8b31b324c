package racecard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much faster one contender is than another, on the logarithmic scale.
 *
 * <p>The interval is the wider of two: the signed-rank interval of all blocks, and the t interval
 * of the generations, whose spread one process alone cannot show.
 *
 * @param theta the Hodges-Lehmann estimate of the paired log ratios; above 0 is faster
 * @param low the lower end of the 95 % interval
 * @param high the upper end
 * @param generations how many generations the pairs came from
 * @param pairs how many blocks had both contenders
 */
public record Effect(double theta, double low, double high, int generations, int pairs) {
  private static final int GENERATIONS_FOR_SPREAD = 3;

  /** Estimates from paired log ratios; null-free and not empty. */
  static Effect of(List<Pair> pairs) {
    double[] all = pairs.stream().mapToDouble(Pair::logRatio).toArray();
    double[] averages = HodgesLehmann.walshAverages(all);
    double theta = HodgesLehmann.median(averages);
    Interval within = HodgesLehmann.interval(all.length, averages);
    double[] centres = centres(pairs);
    double between = between(centres);
    return new Effect(
        theta,
        theta - Math.max(theta - within.low(), between),
        theta + Math.max(within.high() - theta, between),
        centres.length,
        pairs.size());
  }

  /** One block's log ratio, and the generation it was measured in. */
  record Pair(int generation, double logRatio) {}

  private static double[] centres(List<Pair> pairs) {
    Map<Integer, List<Pair>> byGeneration = new TreeMap<>();
    for (Pair pair : pairs) {
      byGeneration.computeIfAbsent(pair.generation(), g -> new ArrayList<>()).add(pair);
    }
    return byGeneration.values().stream()
        .mapToDouble(
            ofOne -> HodgesLehmann.estimate(ofOne.stream().mapToDouble(Pair::logRatio).toArray()))
        .toArray();
  }

  private static double between(double[] centres) {
    int n = centres.length;
    if (n < GENERATIONS_FOR_SPREAD) {
      return 0;
    }
    double mean = Arrays.stream(centres).average().orElseThrow();
    double squares = Arrays.stream(centres).map(c -> (c - mean) * (c - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    return StudentT.quantile975(n - 1) * deviation / Math.sqrt(n);
  }

  /** The speed-up, a ratio of times: above 1 is faster. */
  public double speedUp() {
    return Math.exp(theta);
  }

  /** The speed-up at the lower end of the interval. */
  public double speedUpLow() {
    return Math.exp(low);
  }

  /** The speed-up at the upper end of the interval; infinite for fewer than six pairs. */
  public double speedUpHigh() {
    return Math.exp(high);
  }

  /** Half the width of the interval, on the logarithmic scale. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** The same with an interval {@code factor} times as wide to both sides. */
  Effect widened(double factor) {
    return new Effect(
        theta, theta - (theta - low) * factor, theta + (high - theta) * factor, generations, pairs);
  }
}
