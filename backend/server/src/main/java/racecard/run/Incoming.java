package racecard.run;

import java.time.Instant;
import java.util.List;
import racecard.catalog.Levels;
import racecard.catalog.Plan;

/**
 * A run as it came in a file, before it has an id here.
 *
 * @param plan the first cell's
 * @param createdAt when it was asked for, where it was measured
 */
public record Incoming(
    Plan plan,
    Levels levels,
    String label,
    List<String> tags,
    String note,
    String submittedBy,
    Instant createdAt,
    Imported imported) {

  /** Copies the tags. */
  public Incoming {
    tags = List.copyOf(tags);
  }
}
