package racecard.queue;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Where a waiting job stands, counted in the order in which jobs are claimed.
 *
 * @param position 1 is next in line
 * @param etaS seconds until it is expected to start; empty while the queue is paused or no lane is
 *     open
 * @param availableAt before this it is not claimed, even when next in line
 */
public record Place(JobId job, RunId run, long position, OptionalLong etaS, Instant availableAt) {}
