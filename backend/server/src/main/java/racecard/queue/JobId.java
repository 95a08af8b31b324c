package racecard.queue;

/** A job's number: a later job has a larger one. */
public record JobId(long number) {}
