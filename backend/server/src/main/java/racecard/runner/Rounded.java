package racecard.runner;

import org.jspecify.annotations.Nullable;

/**
 * One executed round as its child measured it; a counter that the runtime cannot know is null.
 *
 * @param wallNs of the whole round, not divided by {@code repeats}
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
    @Nullable Long cpuNs,
    @Nullable Long memoryBytes,
    @Nullable Long threads,
    @Nullable Long processes,
    @Nullable Long gcCount,
    @Nullable Long gcNs,
    @Nullable Long compileNs,
    @Nullable Long classesLoaded,
    @Nullable Long voluntarySwitches,
    @Nullable Long involuntarySwitches) {}
