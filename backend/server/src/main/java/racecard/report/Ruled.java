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
    /** The whole interval of the best that it recommends lies above that of the best other. */
    CONFIRMS,
    /** It lies below. */
    CONTRADICTS,
    /** They overlap. */
    LEAVES_OPEN
  }
}
