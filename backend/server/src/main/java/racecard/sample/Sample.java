package racecard.sample;

import org.jspecify.annotations.Nullable;

/**
 * What one round measured.
 *
 * @param generation from 1, numbered per cell
 * @param seq order of keeping within the generation, from 1
 * @param block from 1; 0 outside blocks
 * @param position where in its block it came, from 1; 0 outside blocks
 * @param reason why it is not valid; null when it is
 * @param startedNs on the host's monotonic clock
 * @param wallNs per N tasks, already divided by {@code repeats}; null when the round never ended
 * @param repeats how often the N tasks were repeated, from 1
 * @param checksum null when the round never ended
 * @param countersJson evidence of noise around the round, an object of at most 20,000 characters
 */
public record Sample(
    int cell,
    int generation,
    int seq,
    int block,
    int position,
    String contender,
    SampleKind kind,
    boolean valid,
    @Nullable String reason,
    long startedNs,
    @Nullable Long wallNs,
    int repeats,
    @Nullable String checksum,
    Usage usage,
    String countersJson) {

  /** Refuses a round that cannot have been. */
  public Sample {
    if (valid == (reason != null)) {
      throw new IllegalArgumentException("a round has a reason exactly when it is not valid");
    }
    if (valid && wallNs == null) {
      throw new IllegalArgumentException("a valid round has a time");
    }
  }

  /** The same round as one of another kind. */
  Sample as(SampleKind other) {
    return new Sample(
        cell,
        generation,
        seq,
        block,
        position,
        contender,
        other,
        valid,
        reason,
        startedNs,
        wallNs,
        repeats,
        checksum,
        usage,
        countersJson);
  }
}
