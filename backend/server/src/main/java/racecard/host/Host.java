package racecard.host;

import java.time.Instant;

/**
 * A machine that measures, as its row says.
 *
 * @param factsJson what {@link HostStore#json} wrote
 * @param runtimesJson the runtimes that were found on it besides the JVM
 * @param seenAt when a worker of it was last heard of
 * @param alive whether a worker of it was heard of within a lease and has not stopped
 * @param preparing whether that one looks for runtimes or adds their libraries
 */
public record Host(
    String name,
    String factsJson,
    String runtimesJson,
    Instant seenAt,
    boolean alive,
    boolean preparing) {}
