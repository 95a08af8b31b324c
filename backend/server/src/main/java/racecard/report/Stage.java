package racecard.report;

import org.jspecify.annotations.Nullable;
import racecard.sample.Progress;

/** Where a run stands on its way from the queue to its end. */
public sealed interface Stage {
  /**
   * It waits.
   *
   * @param position 1 is next in line
   * @param etaS seconds until it is expected to start; null when nobody knows
   */
  record Waiting(long position, @Nullable Long etaS) implements Stage {}

  /**
   * It is measured.
   *
   * @param progress what its worker last said; null before the first word
   * @param late whether it takes longer than such a run is expected to
   * @param stopping whether it was told to stop
   */
  record Measuring(@Nullable Progress progress, boolean late, boolean stopping) implements Stage {}

  /**
   * It is final.
   *
   * @param failure null unless it failed
   */
  record Ended(@Nullable Failure failure) implements Stage {}
}
