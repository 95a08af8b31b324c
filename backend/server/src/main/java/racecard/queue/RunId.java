package racecard.queue;

/** A run's number inside the database; people see its public id instead. */
public record RunId(long number) {}
