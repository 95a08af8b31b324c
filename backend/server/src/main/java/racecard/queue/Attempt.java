package racecard.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a job.
 *
 * @param number which counted attempt it was, from 1; one handed back shares its number with the
 *     next
 * @param endedAt null while it runs
 * @param ending null while it runs
 * @param failureKind null unless it failed or was lost
 * @param failureDetail null unless it failed or was lost
 */
public record Attempt(
    JobId job,
    long fence,
    int number,
    String owner,
    String host,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable AttemptEnding ending,
    @Nullable FailureKind failureKind,
    @Nullable String failureDetail) {}
