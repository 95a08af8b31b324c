package racecard.queue;

/** A job whose lease is still good, as it stands in the row. */
public record Held(RunId run, int cell, int attempt, int maxAttempts, boolean cancelRequested) {}
