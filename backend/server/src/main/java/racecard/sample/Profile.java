package racecard.sample;

import java.time.Instant;
import racecard.queue.JobId;

/**
 * What a profiler saw of one contender in a cell; no verdict rests on it.
 *
 * @param job the one that profiled it
 */
public record Profile(int cell, String contender, JobId job, Instant takenAt, Findings findings) {}
