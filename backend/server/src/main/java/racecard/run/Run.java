package racecard.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.RunId;

/**
 * What a person asked for, and where it stands.
 *
 * @param publicId 8 to 10 characters of lower-case base32, the id in addresses
 * @param experiment equal for runs of the same work by the same contenders
 * @param workload its id
 * @param contenders names in the order asked for
 * @param planJson the first cell's plan
 * @param levels what varies from cell to cell
 * @param submittedBy who asked, empty when unknown
 * @param startedAt the first claim of any of its jobs; null before
 * @param finishedAt when the last job that measured became final; null while any waits or runs
 * @param imported where it was measured if not here, and how it came; null when it was asked for
 *     here
 */
public record Run(
    RunId id,
    String publicId,
    String experiment,
    String workload,
    List<String> contenders,
    String planJson,
    Levels levels,
    String label,
    List<String> tags,
    String note,
    String submittedBy,
    Instant createdAt,
    RunState state,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Imported imported) {

  /**
   * What the first cell measures; throws IllegalArgumentException when another version wrote it.
   */
  public Plan plan() {
    return PlanJson.read(planJson);
  }

  /** What each cell measures. */
  public List<Plan> cells() {
    return levels.cells(plan());
  }
}
