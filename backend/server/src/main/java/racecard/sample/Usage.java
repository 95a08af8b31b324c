package racecard.sample;

import org.jspecify.annotations.Nullable;

/**
 * What a round used, counted over its whole child tree; null where it could not be read.
 *
 * @param memoryBytes the peak
 * @param gcNs time in garbage collection
 * @param compileNs time in just-in-time compilation
 */
public record Usage(
    @Nullable Long cpuNs,
    @Nullable Long memoryBytes,
    @Nullable Long threads,
    @Nullable Long processes,
    @Nullable Long gcNs,
    @Nullable Long gcCount,
    @Nullable Long compileNs,
    @Nullable Long voluntarySwitches,
    @Nullable Long involuntarySwitches) {

  /** Nothing could be read. */
  public static final Usage UNKNOWN =
      new Usage(null, null, null, null, null, null, null, null, null);
}
