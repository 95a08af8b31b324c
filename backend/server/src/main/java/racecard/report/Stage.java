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
   * @param part which cell it is of several; null where there is one
   */
  record Measuring(@Nullable Progress progress, boolean late, boolean stopping, @Nullable Part part)
      implements Stage {

    /** Where there is one cell. */
    public Measuring(@Nullable Progress progress, boolean late, boolean stopping) {
      this(progress, late, stopping, null);
    }
  }

  /**
   * A cell of several.
   *
   * @param number how many were begun, this one included; 0 where it was measured before
   * @param of how many there are
   * @param words its levels, as {@code 16 in flight}
   * @param laterS how long those take that wait behind it
   */
  record Part(int number, int of, String words, long laterS) {}

  /**
   * It is final.
   *
   * @param failure null unless it failed
   */
  record Ended(@Nullable Failure failure) implements Stage {}
}
