package racecard.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.queue.PastJob;
import racecard.run.Imported;
import racecard.sample.Measured;

/**
 * A final run as its file holds it: everything but what belongs to one database alone.
 *
 * @param racecard the version that wrote the file
 * @param id its public id where it was written
 * @param url its address there; empty when unknown
 * @param imported how it had come there; null when it was measured there
 * @param plan the first cell's
 * @param jobs oldest first, called 1, 2, 3 …
 */
public record RunFile(
    String racecard,
    String id,
    String url,
    @Nullable Imported imported,
    String label,
    List<String> tags,
    String note,
    String submittedBy,
    Instant createdAt,
    Plan plan,
    Levels levels,
    List<PastJob> jobs,
    Measured measured) {
  /** What the member {@code format} of such a file says. */
  static final String FORMAT = "racecard-run";

  /** The only version of it so far. */
  static final int FORMAT_VERSION = 1;

  /** Copies the lists. */
  public RunFile {
    tags = List.copyOf(tags);
    jobs = List.copyOf(jobs);
  }

  /** The same run as if another Racecard had written it. */
  RunFile from(String racecard, String id, String url, @Nullable Imported imported) {
    return new RunFile(
        racecard,
        id,
        url,
        imported,
        label,
        tags,
        note,
        submittedBy,
        createdAt,
        plan,
        levels,
        jobs,
        measured);
  }
}
