package racecard.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import racecard.queue.RunId;

/**
 * A link that opens one run, read-only, for whoever has its token.
 *
 * @param token 26 characters of lower-case base32: 130 random bits
 * @param revokedAt null while the link works
 */
public record Share(String token, RunId run, Instant createdAt, @Nullable Instant revokedAt) {}
