package racecard.queue;

/**
 * A worker's time-limited right to one job.
 *
 * @param owner the random id of the worker's process
 * @param fence raised at each claim of the job, so no two leases of a job share it
 */
public record Lease(JobId job, long fence, String owner) {}
