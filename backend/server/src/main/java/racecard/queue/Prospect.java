package racecard.queue;

import java.util.OptionalLong;

/**
 * What a job waits for that is queued now.
 *
 * @param ahead how many jobs run or wait before it
 * @param etaS seconds until it is expected to start; empty while the queue is paused or no lane is
 *     open
 */
public record Prospect(long ahead, OptionalLong etaS) {}
