package racecard.runner;

import org.jspecify.annotations.Nullable;

/**
 * One executed round as its child measured it; a counter that the runtime cannot know is null.
 *
 * @param wallNs of the whole round, not divided by {@code repeats}
 * @param checksum of the whole round, a decimal text
 * @param errors how many tasks failed
 * @param firstError the first failure, for a person; null without one
 */
public record Rounded(
    int round,
    long startedNs,
    long wallNs,
    int repeats,
    String checksum,
    int errors,
    @Nullable String firstError,
    RoundCounters counters)
    implements Answer {}
