package racecard.view.chart;

import java.util.Locale;

/** The little bar of used cores. */
public final class CoresBar {
  private CoresBar() {}

  /** The share of {@code cores} that {@code used} is, as a percentage, at most all of them. */
  public static String length(double used, double cores) {
    double share = cores > 0 ? Math.clamp(used / cores, 0, 1) : 0;
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
