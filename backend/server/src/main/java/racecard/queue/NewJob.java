package racecard.queue;

import org.jspecify.annotations.Nullable;

/**
 * A job to be queued.
 *
 * @param addGenerations how many generations Measure more asks for; 0 for a cell's first job
 * @param priority larger is claimed first; usually 0
 * @param wantedHost the only host that may claim it; null for any
 * @param durationKey equal for jobs that are expected to take equally long, at most 100 characters
 * @param estimateMs how long the plan says it takes; used until one with the same key was measured
 */
public record NewJob(
    RunId run,
    int cell,
    String planJson,
    int addGenerations,
    int priority,
    @Nullable String wantedHost,
    String durationKey,
    long estimateMs) {}
