package racecard.statistics;

import java.util.Locale;

/** What the interval of a speed-up says, given how much difference matters. */
public enum Verdict {
  /** The contender that the others are divided by. */
  BASELINE,
  /** The whole interval lies above the margin. */
  FASTER,
  /** Above 1, but not clear of the margin. */
  SLIGHTLY_FASTER,
  /** The whole interval lies within the margin: no difference that matters. */
  TIED,
  /** Below 1, but not clear of the margin. */
  SLIGHTLY_SLOWER,
  /** The whole interval lies below the margin. */
  SLOWER,
  /** The interval allows a difference and none: more rounds would tell. */
  UNDECIDED,
  /** There is nothing to compare, or what there is cannot be right. */
  NONE;

  /** The verdict on {@code effect} when differences up to {@code marginPercent} do not matter. */
  public static Verdict of(Effect effect, double marginPercent) {
    double delta = Math.log1p(marginPercent / 100);
    if (effect.low() > delta) {
      return FASTER;
    }
    if (effect.high() < -delta) {
      return SLOWER;
    }
    if (effect.low() > -delta && effect.high() < delta) {
      return TIED;
    }
    if (effect.low() > 0) {
      return SLIGHTLY_FASTER;
    }
    return effect.high() < 0 ? SLIGHTLY_SLOWER : UNDECIDED;
  }

  /** Whether more rounds would not change the answer. */
  public boolean settled() {
    return this == FASTER || this == SLOWER || this == TIED;
  }

  /** The word in JSON and rows. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
