package racecard.report;

/** One round of a contender: its time for N tasks, and how it is to be taken. */
public record Mark(double wallNs, Kind kind) {
  /** How a round is to be taken. */
  public enum Kind {
    /** In the estimate. */
    USUAL,
    /** In the estimate, far from the others. */
    UNUSUAL,
    /** Kept, outside the estimate: its generation is not complete. */
    PARTIAL,
    /** Kept, outside the estimate: its block is invalid. */
    INVALID
  }
}
