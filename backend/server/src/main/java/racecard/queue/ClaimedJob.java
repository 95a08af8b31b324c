package racecard.queue;

import racecard.catalog.Plan;
import racecard.catalog.PlanJson;

/**
 * A job that a worker may measure now.
 *
 * @param cell the point of the run that is measured, from 0
 * @param attempt which attempt this is, from 1
 * @param maxAttempts how many there may be
 * @param addGenerations how many further generations Measure more asked for; 0 in a cell's first
 *     job, which stops by its plan
 */
public record ClaimedJob(
    Lease lease,
    RunId run,
    int cell,
    String planJson,
    int addGenerations,
    int attempt,
    int maxAttempts) {

  /** What to measure; throws IllegalArgumentException when another version wrote it. */
  public Plan plan() {
    return PlanJson.read(planJson);
  }
}
