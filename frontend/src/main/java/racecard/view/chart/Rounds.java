package racecard.view.chart;

import java.util.List;
import racecard.view.Contender;

/**
 * Every round of every contender.
 *
 * @param legend what hollow and crossed marks mean here; empty when all are ordinary
 */
public record Rounds(List<Row> rows, String legend) {

  /** The rounds of one contender, in the order they were measured. */
  public record Row(Contender contender, double medianNs, List<Dot> dots) {}

  /** One round. */
  public record Dot(double wallNs, Kind kind) {}

  /** How a round is to be taken. */
  public enum Kind {
    /** In the estimate. */
    USUAL,
    /** In the estimate, far from the others. */
    UNUSUAL,
    /** Kept, outside the estimate: its generation was interrupted. */
    PARTIAL,
    /** Kept, outside the estimate: its block is invalid. */
    INVALID
  }
}
