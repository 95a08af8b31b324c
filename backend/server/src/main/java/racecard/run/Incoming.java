package racecard.run;

import java.time.Instant;
import java.util.List;
import racecard.catalog.Plan;

/**
 * A run as it came in a file, before it has an id here.
 *
 * @param createdAt when it was asked for, where it was measured
 */
public record Incoming(
    Plan plan,
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
