package racecard.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A share in each of many blocks, in the order they were measured, as a row of bars with a bound.
 *
 * @param title what it shows
 * @param summary the same in a sentence, with its figures
 * @param bars from the left
 * @param boundTop where the bound is, as a percentage of the height from above
 * @param bound what stands beside it
 */
public record Strip(String title, String summary, List<Bar> bars, String boundTop, String bound) {
  private static final double GAP = 0.2;
  // So that a quiet run shows low bars and not noise blown up.
  private static final double BOUND_HEIGHT = 0.5;

  /** Copies the list. */
  public Strip {
    bars = List.copyOf(bars);
  }

  /**
   * One block.
   *
   * @param x from the left, as a percentage of the width; the others alike, y from above
   * @param beyond whether it exceeds the bound
   */
  public record Bar(String x, String y, String width, String height, boolean beyond) {}

  /** The strip of {@code shares} with {@code bound}, named in {@code words}. */
  public static Strip of(
      String title, String summary, List<Double> shares, double bound, String words) {
    double largest = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double top = Math.max(largest, bound / BOUND_HEIGHT);
    double step = 100.0 / Math.max(1, shares.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      double height = 100 * shares.get(i) / top;
      bars.add(
          new Bar(
              percent(i * step + step * GAP / 2),
              percent(100 - height),
              percent(step * (1 - GAP)),
              percent(height),
              shares.get(i) > bound));
    }
    return new Strip(title, summary, bars, percent(100 - 100 * bound / top), words);
  }

  private static String percent(double number) {
    return String.format(Locale.ROOT, "%.2f%%", number);
  }
}
