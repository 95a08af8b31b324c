package racecard.runner;

import org.jspecify.annotations.Nullable;

/**
 * What the origin did since it was configured or asked last; null where nothing was answered.
 *
 * @param cpuNs its own CPU time
 * @param drawnSumNs all delays that it drew
 * @param lateP50Ns how long after its due moment an answer was handed to the system, the median
 * @param lateP95Ns the same, exceeded by one in twenty
 */
public record OriginStats(
    long requests,
    long connections,
    long openConnections,
    long cpuNs,
    @Nullable Long drawnMinNs,
    @Nullable Long drawnSumNs,
    @Nullable Long lateP50Ns,
    @Nullable Long lateP95Ns)
    implements Answer {}
