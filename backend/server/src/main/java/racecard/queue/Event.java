package racecard.queue;

import java.time.Instant;

/**
 * Something that happened to a run.
 *
 * @param id rises by one within its run, in the order in which events became visible
 * @param dataJson an object; its members depend on the kind
 */
public record Event(RunId run, long id, EventKind kind, String dataJson, Instant at) {}
