package racecard.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as the pages see it.
 *
 * @param addGenerations how many generations Measure more asked for; 0 in a cell's first job
 * @param expectedMs how long the last one like it took, else what its plan says
 * @param host where it runs or last ran; null before its first claim
 * @param cancelRequestedAt null while nobody asked to cancel it
 * @param startedAt its first claim; null before
 * @param attemptStartedAt the claim it runs under; null unless running
 * @param finishedAt null until final
 * @param failureKind null unless failed
 * @param failureDetail null unless failed
 * @param progressJson what its worker last said; null before
 */
public record Job(
    JobId id,
    RunId run,
    int cell,
    int addGenerations,
    JobState state,
    int priority,
    @Nullable String wantedHost,
    int attempt,
    int maxAttempts,
    long expectedMs,
    @Nullable String host,
    Instant availableAt,
    @Nullable Instant cancelRequestedAt,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant attemptStartedAt,
    @Nullable Instant finishedAt,
    @Nullable FailureKind failureKind,
    @Nullable String failureDetail,
    @Nullable String progressJson) {

  /**
   * Whether it measures, {@code all} being the jobs of its run: one that neither begins its cell
   * nor adds generations to it profiles.
   */
  public boolean measures(List<Job> all) {
    return addGenerations > 0
        || all.stream().noneMatch(one -> one.cell == cell && one.id.number() < id.number());
  }

  /** Whether it runs but was told to stop. */
  public boolean stopping() {
    return state == JobState.RUNNING && cancelRequestedAt != null;
  }
}
