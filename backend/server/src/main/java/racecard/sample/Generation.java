package racecard.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import racecard.queue.JobId;

/**
 * Fresh children for every contender, and the blocks they ran.
 *
 * @param number from 1 within its cell; one that was interrupted keeps its number
 * @param fence with the job: the attempt that measured it
 * @param factsJson host, runtimes and effective limits as they were then
 * @param finishedAt null until complete, and for ever when interrupted
 */
public record Generation(
    int cell,
    int number,
    JobId job,
    long fence,
    String factsJson,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Whether its rounds count. */
  public boolean complete() {
    return finishedAt != null;
  }
}
