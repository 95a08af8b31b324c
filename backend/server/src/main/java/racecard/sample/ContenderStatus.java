package racecard.sample;

import org.jspecify.annotations.Nullable;

/**
 * What became of one contender in a cell; absent rows mean that it still waits.
 *
 * @param reason null when measured
 * @param remedy what a person can do; null when measured or nothing helps
 * @param effectiveInFlight what the contender could really keep in flight; null when unknown
 * @param setupNs what pools and sessions cost before the clock; null when unknown
 * @param coldNs the first round of a fresh child; null when unknown
 * @param factsJson what its runtime said about itself, an object of at most 20,000 characters
 */
public record ContenderStatus(
    int cell,
    String contender,
    Status status,
    @Nullable String reason,
    @Nullable String remedy,
    @Nullable Integer effectiveInFlight,
    @Nullable Long setupNs,
    @Nullable Long coldNs,
    String factsJson) {

  /** Refuses a contender that was not measured for no reason. */
  public ContenderStatus {
    if ((status == Status.MEASURED) != (reason == null)) {
      throw new IllegalArgumentException(
          "a contender has a reason exactly when it is not measured");
    }
  }
}
