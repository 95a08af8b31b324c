package racecard.statistics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a cell has been measured enough; asked only between generations, and never about
 * significance.
 *
 * <p>Where failed rounds cost a comparison its verdict or a generation, up to two more are measured
 * whatever precision and budget say: else one failure in nine blocks would cost the whole run.
 *
 * @param settle which comparisons must be settled; none for a fixed number of generations
 * @param budgetNs measuring time after which no further generation begins
 */
public record StopRule(Settle settle, long budgetNs) {
  /** No verdict is final before this many generations. */
  public static final int FEWEST_GENERATIONS = 3;

  /** However undecided, no more generations than this are measured without being asked for. */
  public static final int MOST_GENERATIONS = 12;

  private static final int MENDING_GENERATIONS = 2;
  private static final double NARROW = Math.log(1.05);
  private static final double WIDE = Math.log(1.10);
  private static final double LARGE_EFFECT = Math.log(1.5);

  /** Which comparisons must be settled. */
  public enum Settle {
    /** None: exactly the fewest generations. */
    NOTHING,
    /** Each contender with its baseline. */
    BASELINE,
    /** Those, and each contender with the leader. */
    BASELINE_AND_LEADER
  }

  /** Why measuring ended. */
  public enum Reason {
    /** All that was planned is measured. */
    COMPLETE,
    /** Every comparison that must be is settled. */
    SETTLED,
    /** The budget is spent. */
    BUDGET,
    /** The most generations are measured. */
    MOST_GENERATIONS
  }

  /**
   * Why to stop after what was compared, or empty to go on; {@code spentNs} is measuring time so
   * far.
   */
  public Optional<Reason> stop(Comparison comparison, int generations, long spentNs) {
    if (generations < FEWEST_GENERATIONS) {
      return Optional.empty();
    }
    boolean lacks = comparison.lacks(FEWEST_GENERATIONS);
    if (lacks && generations < FEWEST_GENERATIONS + MENDING_GENERATIONS) {
      return Optional.empty();
    }
    if (settle == Settle.NOTHING) {
      return Optional.of(Reason.COMPLETE);
    }
    if (!lacks && comparison.placings().stream().allMatch(this::settled)) {
      return Optional.of(Reason.SETTLED);
    }
    if (generations >= MOST_GENERATIONS) {
      return Optional.of(Reason.MOST_GENERATIONS);
    }
    long nextNs = spentNs / generations;
    return spentNs + nextNs > budgetNs ? Optional.of(Reason.BUDGET) : Optional.empty();
  }

  private boolean settled(Placing placing) {
    return settled(placing.verdict(), placing.effect())
        && (settle == Settle.BASELINE
            || settled(placing.versusLeaderVerdict(), placing.versusLeader()));
  }

  private static boolean settled(@Nullable Verdict verdict, @Nullable Effect effect) {
    if (effect == null || verdict == null || verdict == Verdict.NONE) {
      return true;
    }
    boolean large = Math.abs(effect.theta()) > LARGE_EFFECT && effect.halfWidth() <= WIDE;
    return verdict.settled() && (large || effect.halfWidth() <= NARROW);
  }
}
