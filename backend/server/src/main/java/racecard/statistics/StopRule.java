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
  // To stop as soon as it is settled favours intervals that happen to lie beside the truth. With a
  // fifth more asked of them 88 % hold a truth that is the margin itself (docs/ACCURACY.md, M3).
  private static final double CAUTION = 1.2;

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

  /** Why to stop after {@code generations} came to this, or empty to go on. */
  public Optional<Reason> stop(Assessment assessment, int generations) {
    Comparison comparison = assessment.comparison();
    long spentNs = assessment.spentNs();
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
    double margin = assessment.marginPercent();
    if (!lacks && comparison.placings().stream().allMatch(one -> settled(one, margin))) {
      return Optional.of(Reason.SETTLED);
    }
    if (generations >= MOST_GENERATIONS) {
      return Optional.of(Reason.MOST_GENERATIONS);
    }
    long nextNs = spentNs / generations;
    return spentNs + nextNs > budgetNs ? Optional.of(Reason.BUDGET) : Optional.empty();
  }

  private boolean settled(Placing placing, double marginPercent) {
    boolean withBaseline =
        placing.verdict() == Verdict.NONE || settled(placing.effect(), marginPercent);
    return withBaseline
        && (settle == Settle.BASELINE || settled(placing.versusLeader(), marginPercent));
  }

  private static boolean settled(@Nullable Effect effect, double marginPercent) {
    if (effect == null) {
      return true;
    }
    boolean large = Math.abs(effect.theta()) > LARGE_EFFECT && effect.halfWidth() <= WIDE;
    return Verdict.of(effect.widened(CAUTION), marginPercent).settled()
        && (large || effect.halfWidth() <= NARROW);
  }
}
