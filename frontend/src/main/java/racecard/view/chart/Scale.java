package racecard.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale of plain numbers, from zero or logarithmic.
 *
 * @param log whether equal lengths are equal ratios
 */
record Scale(double from, double to, boolean log) {
  private static final int MOST_TICKS = 6;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** From zero to a little above {@code most}. */
  static Scale fromZero(double most) {
    return new Scale(0, most > 0 ? most * 1.06 : 1, false);
  }

  /** Logarithmic, with a little room around. */
  static Scale log(double least, double most) {
    double room = Math.max(most / least, 1.2);
    return new Scale(least / Math.pow(room, 0.04), most * Math.pow(room, 0.04), true);
  }

  /** The place of {@code number}, as a share of the length. */
  double share(double number) {
    return log ? Math.log(number / from) / Math.log(to / from) : (number - from) / (to - from);
  }

  /** Round numbers within it, a handful. */
  List<Double> ticks() {
    return log ? logTicks() : evenTicks();
  }

  private List<Double> evenTicks() {
    double least = to / MOST_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double step = power * 10;
    for (double round : ROUND) {
      step = round * power >= least && round * power < step ? round * power : step;
    }
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= to; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> logTicks() {
    List<Double> all = within(1, 2, 5);
    if (all.size() <= MOST_TICKS) {
      return all;
    }
    List<Double> fewer = within(1, 3);
    return fewer.size() <= MOST_TICKS ? fewer : within(1);
  }

  private List<Double> within(int... digits) {
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(from)); Math.pow(10, power) <= to; power++) {
      for (int digit : digits) {
        double tick = digit * Math.pow(10, power);
        if (tick >= from && tick <= to) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** A tick as people write it. */
  static String text(double tick) {
    return tick >= 10 || tick == Math.rint(tick)
        ? String.format(Locale.ROOT, "%,.0f", tick)
        : String.format(Locale.ROOT, "%.2g", tick).replaceAll("0+$", "");
  }
}
