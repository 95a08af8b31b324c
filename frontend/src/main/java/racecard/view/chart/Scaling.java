package racecard.view.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;

/**
 * Throughput by level, a line for each contender.
 *
 * @param unit what levels are of, as "in flight"
 * @param levels rising, measured or not
 * @param linear what perfect scaling would give at each level, in their order; empty where nobody
 *     knows
 * @param reference what the linear line is, as "linear from one after another"
 * @param margin as "5 %"
 * @param note what must be known to read it; empty for nothing
 * @param markdown the table as text to copy
 */
public record Scaling(
    String unit,
    List<Level> levels,
    List<Line> lines,
    List<Double> linear,
    String reference,
    String margin,
    String note,
    String markdown) {

  /**
   * A level.
   *
   * @param text as "16"
   * @param href its own result; null where nothing can be followed
   * @param state as "waiting" or "failed"; empty where it is measured
   */
  public record Level(int level, String text, @Nullable String href, String state) {}

  /**
   * One contender.
   *
   * @param points rising by their level
   * @param knee where more begins to bring less; null without one
   * @param recommended the smallest level that is enough; null with fewer than two points
   */
  public record Line(
      Contender contender,
      List<Point> points,
      @Nullable Integer knee,
      @Nullable Integer recommended) {

    /** The point at {@code level}; null where it was not measured. */
    public @Nullable Point at(int level) {
      return points.stream().filter(point -> point.level() == level).findFirst().orElse(null);
    }
  }

  /**
   * One contender at one level.
   *
   * @param perSecond tasks a second
   * @param low the low end of its interval; null without one
   * @param text as "1,520"
   * @param interval as "1,490–1,560"; empty without
   */
  public record Point(
      int level,
      double perSecond,
      @Nullable Double low,
      @Nullable Double high,
      String text,
      String interval) {}
}
