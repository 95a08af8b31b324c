package racecard.runner;

import java.util.List;

/**
 * One task of a recorded round, in nanoseconds since the start of its repeat; -1 for what never
 * happened.
 *
 * @param task its number in the round, from 0
 * @param downloadsNs the end of each download, empty for other workloads
 */
public record TaskTimes(
    int task, long submittedNs, long startedNs, long endedNs, List<Long> downloadsNs) {}
