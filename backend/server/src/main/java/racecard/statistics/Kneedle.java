package racecard.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the knee of a curve that rises and flattens.
 *
 * <p>Source: V. Satopää, J. Albrecht, D. Irwin, B. Raghavan, Finding a “Kneedle” in a Haystack:
 * Detecting Knee Points in System Behavior, ICDCS Workshops (2011), offline, with sensitivity 1 and
 * without smoothing: the points are medians already.
 */
final class Kneedle {
  private static final double SENSITIVITY = 1;
  private static final int FEWEST = 3;

  private Kneedle() {}

  /**
   * The level of the first knee; null where there is none, as on a curve that stays within {@code
   * marginPercent}: scaled to a unit square, its noise would have one.
   */
  static @Nullable Integer knee(List<Scaling.Point> points, double marginPercent) {
    double[] height = heights(points, 1 + marginPercent / 100);
    double threshold = Double.NaN;
    int peak = -1;
    for (int i = 1; i < height.length; i++) {
      if (i + 1 < height.length && height[i] > height[i - 1] && height[i] >= height[i + 1]) {
        peak = i;
        threshold = height[i] - SENSITIVITY / (points.size() - 1);
      } else if (peak > 0 && height[i] < threshold) {
        return points.get(peak).level();
      }
    }
    return null;
  }

  /** How far each point lies above the straight line from the lowest to the highest corner. */
  private static double[] heights(List<Scaling.Point> points, double flat) {
    double least = points.stream().mapToDouble(Scaling.Point::perSecond).min().orElse(0);
    double most = points.stream().mapToDouble(Scaling.Point::perSecond).max().orElse(0);
    int from = points.getFirst().level();
    double width = points.getLast().level() - from;
    if (points.size() < FEWEST || most <= least * flat) {
      return new double[0];
    }
    return points.stream()
        .mapToDouble(
            point -> (point.perSecond() - least) / (most - least) - (point.level() - from) / width)
        .toArray();
  }
}
