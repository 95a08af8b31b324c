package racecard.report;

import racecard.run.Run;

/**
 * What one run says of a rule on one runtime.
 *
 * @param figures the speed-ups that decide, with their intervals
 */
public record Ruled(Run run, String host, String runtime, Ruling ruling, String figures) {

  /** What a run does to a rule. */
  public enum Ruling {
    /**
     * The whole interval of the best that it recommends lies above that of the best other, by more
     * than the margin.
     */
    CONFIRMS,
    /** It lies below, by more than the margin. */
    CONTRADICTS,
    /** They are closer than that, or a control differs. */
    LEAVES_OPEN
  }
}
