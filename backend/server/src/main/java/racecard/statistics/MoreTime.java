package racecard.statistics;

/** How much longer an undecided comparison would have to be measured. */
public final class MoreTime {
  private MoreTime() {}

  /**
   * Nanoseconds until the interval of {@code effect} is expected to be clear of or within the
   * margin: its half-width shrinks with the square root of the rounds.
   */
  public static long neededNs(Effect effect, double marginPercent, long spentNs) {
    double delta = Math.log1p(marginPercent / 100);
    double distance = Math.abs(Math.abs(effect.theta()) - delta);
    // Right at the margin nothing settles it; half the margin is then as good as it gets.
    double target = Math.max(distance, delta / 2);
    double factor = Math.pow(effect.halfWidth() / target, 2);
    double needed = Math.max(0, factor - 1) * spentNs;
    return needed > Long.MAX_VALUE / 2.0 ? Long.MAX_VALUE / 2 : (long) needed;
  }
}
