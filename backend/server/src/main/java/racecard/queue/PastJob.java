package racecard.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that is final, with every claim of it: all that its rows hold.
 *
 * @param id what its attempts and generations call it
 * @param fence of its last claim; 0 when it never was claimed
 */
public record PastJob(
    JobId id,
    int cell,
    String planJson,
    int addGenerations,
    String durationKey,
    long estimateMs,
    JobState state,
    int priority,
    @Nullable String wantedHost,
    int attempt,
    int maxAttempts,
    Instant availableAt,
    @Nullable String host,
    long fence,
    @Nullable Instant cancelRequestedAt,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable FailureKind failureKind,
    @Nullable String failureDetail,
    @Nullable String progressJson,
    List<Attempt> attempts) {

  /** Copies the attempts. */
  public PastJob {
    attempts = List.copyOf(attempts);
  }

  /** The same job under another id, with these attempts. */
  public PastJob as(JobId other, List<Attempt> its) {
    return new PastJob(
        other,
        cell,
        planJson,
        addGenerations,
        durationKey,
        estimateMs,
        state,
        priority,
        wantedHost,
        attempt,
        maxAttempts,
        availableAt,
        host,
        fence,
        cancelRequestedAt,
        createdAt,
        startedAt,
        finishedAt,
        failureKind,
        failureDetail,
        progressJson,
        its);
  }
}
