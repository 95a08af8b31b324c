package racecard.host;

import java.time.Instant;

/**
 * A worker process, as its row says.
 *
 * @param owner the owner of its leases
 * @param alive whether it was heard of within a lease and has not stopped
 */
public record HostWorker(
    String host,
    String owner,
    String version,
    Instant startedAt,
    Instant seenAt,
    WorkerState state,
    boolean alive) {}
