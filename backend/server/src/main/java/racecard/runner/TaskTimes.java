package racecard.runner;

import java.util.List;

/**
 * One task of a recorded round, in nanoseconds since the start of the round; -1 for what never
 * happened.
 *
 * @param downloadsNs the end of each download, empty for other workloads
 */
public record TaskTimes(long submittedNs, long startedNs, long endedNs, List<Long> downloadsNs) {}
