package racecard.host;

import java.time.Instant;

/**
 * A machine that measures, as its row says.
 *
 * @param factsJson what {@link HostStore#json} wrote
 * @param seenAt when a worker of it was last heard of
 * @param alive whether a worker of it was heard of within a lease and has not stopped
 */
public record Host(String name, String factsJson, Instant seenAt, boolean alive) {}
