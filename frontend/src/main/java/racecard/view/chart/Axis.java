package racecard.view.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale of time: where it starts and ends, and its marks at round numbers.
 *
 * @param fromNs where it starts; 0 unless the chart says otherwise
 */
public record Axis(double fromNs, double toNs, List<Tick> ticks) {
  private static final int INTERVALS = 5;
  private static final double WASTE = 0.06;
  private static final double EDGE = 0.04;
  private static final List<BigDecimal> ROUND =
      List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal("2.5"), new BigDecimal(5));
  private static final MathContext DIGITS = new MathContext(12);

  /**
   * A mark.
   *
   * @param at its place, as a percentage of the width
   * @param text the time there, with its unit
   * @param anchor how the text lies to the mark: start, middle or end, so that it stays inside
   */
  public record Tick(String at, String text, String anchor) {}

  /** A scale from zero to {@code maxNs}, or to a round number a little above it. */
  public static Axis fromZero(double maxNs) {
    return between(0, maxNs > 0 ? maxNs : 1);
  }

  /**
   * The scale that shows the differences between {@code minNs} and {@code maxNs} best: from a round
   * number below them when they are close together, else from zero.
   */
  public static Axis around(double minNs, double maxNs) {
    if (minNs <= maxNs / 2) {
      return fromZero(maxNs);
    }
    double room = Math.max(maxNs - minNs, maxNs * 0.01) / 20;
    return between(minNs - room, maxNs + room);
  }

  /** Whether lengths along it can be compared. */
  public boolean zeroBased() {
    return fromNs == 0;
  }

  /** The place of {@code ns}, as a percentage of the width. */
  public String at(double ns) {
    return percent((ns - fromNs) / (toNs - fromNs));
  }

  /** The length of what lasts {@code ns}, as a percentage of the width. */
  public String length(double ns) {
    return percent(ns / (toNs - fromNs));
  }

  /** The place of {@code ns} on a drawing {@code width} wide. */
  double along(double ns, double width) {
    return (ns - fromNs) / (toNs - fromNs) * width;
  }

  private static Axis between(double minNs, double maxNs) {
    Unit unit = Unit.of(maxNs);
    BigDecimal step = step((maxNs - minNs) / unit.ns() / INTERVALS);
    double length = step.doubleValue() * unit.ns();
    long first = whole(minNs / unit.ns(), step, RoundingMode.FLOOR);
    long last = whole(maxNs / unit.ns(), step, RoundingMode.FLOOR);
    double from = first * length;
    double to = end(from, last * length, length, maxNs);
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i * length <= to * (1 + 1e-9); i++) {
      ticks.add(
          tick(unit.text(step.multiply(BigDecimal.valueOf(i))), (i * length - from) / (to - from)));
    }
    return new Axis(from, to, List.copyOf(ticks));
  }

  /** A round number where that wastes little room, else just where the values end. */
  private static double end(double from, double lastNs, double stepNs, double maxNs) {
    if (maxNs - lastNs <= (maxNs - from) * 1e-9) {
      return lastNs;
    }
    double next = lastNs + stepNs;
    return next - maxNs <= (maxNs - from) * WASTE ? next : maxNs;
  }

  private static Tick tick(String text, double share) {
    String anchor = share < EDGE ? "start" : share > 1 - EDGE ? "end" : "middle";
    return new Tick(percent(share), text, anchor);
  }

  /** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below {@code least}. */
  private static BigDecimal step(double least) {
    int power = (int) Math.floor(Math.log10(least));
    return ROUND.stream()
        .map(digit -> digit.scaleByPowerOfTen(power))
        .filter(step -> step.doubleValue() >= least * (1 - 1e-9))
        .findFirst()
        .orElseGet(() -> BigDecimal.ONE.scaleByPowerOfTen(power + 1));
  }

  private static long whole(double number, BigDecimal step, RoundingMode rounding) {
    return new BigDecimal(number, DIGITS)
        .divide(step, DIGITS)
        .setScale(6, RoundingMode.HALF_EVEN)
        .setScale(0, rounding)
        .longValueExact();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }
}
