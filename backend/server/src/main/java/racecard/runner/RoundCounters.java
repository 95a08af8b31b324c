package racecard.runner;

import org.jspecify.annotations.Nullable;

/**
 * What a whole round used, counted by its child; null where the runtime cannot know.
 *
 * @param cpuNs of the child and the processes it started
 * @param memoryBytes the peak of all of them together
 * @param threads the most alive at once
 * @param processes the most alive at once, the child included
 */
public record RoundCounters(
    @Nullable Long cpuNs,
    @Nullable Long memoryBytes,
    @Nullable Long threads,
    @Nullable Long threadsStarted,
    @Nullable Long virtualThreads,
    @Nullable Long processes,
    @Nullable Long processesStarted,
    @Nullable Long gcCount,
    @Nullable Long gcNs,
    @Nullable Long compileNs,
    @Nullable Long classesLoaded,
    @Nullable Long voluntarySwitches,
    @Nullable Long involuntarySwitches) {}
