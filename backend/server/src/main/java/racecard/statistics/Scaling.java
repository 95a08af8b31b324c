package racecard.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the throughput of one contender grows from level to level.
 *
 * @param points rising by their level, at least two
 * @param knee the level from which more brings ever less; null where the curve has none or stays
 *     within the margin
 * @param best the level with the largest throughput
 * @param recommended the smallest level whose throughput is within the margin of the best one's
 * @param falls whether the largest level has less than the margin allows
 */
public record Scaling(
    List<Point> points, @Nullable Integer knee, int best, int recommended, boolean falls) {

  /**
   * A level and what was measured there.
   *
   * @param perSecond tasks a second
   */
  public record Point(int level, double perSecond) {}

  /**
   * Reads {@code points}, which rise by their level and are two or more.
   *
   * <p>The recommended level is the simplest that does as well as the best: the one-standard-error
   * rule of L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees
   * (1984), section 3.4.3, with the margin in the place of the standard error.
   */
  public static Scaling of(List<Point> points, double marginPercent) {
    Point best = points.getFirst();
    for (Point point : points) {
      best = point.perSecond() > best.perSecond() ? point : best;
    }
    double enough = best.perSecond() / (1 + marginPercent / 100);
    Point recommended =
        points.stream().filter(point -> point.perSecond() >= enough).findFirst().orElse(best);
    return new Scaling(
        List.copyOf(points),
        Kneedle.knee(points, marginPercent),
        best.level(),
        recommended.level(),
        points.getLast().perSecond() < enough);
  }

  /** Whether the largest level is needed for the best throughput, so that more might bring more. */
  public boolean open() {
    return recommended == points.getLast().level();
  }

  /** The throughput at {@code level}. */
  public double perSecond(int level) {
    return points.stream()
        .filter(point -> point.level() == level)
        .mapToDouble(Point::perSecond)
        .findFirst()
        .orElseThrow();
  }
}
