package racecard.catalog;

import java.util.Locale;

/**
 * One whole number that shapes a workload, with its inclusive limits.
 *
 * @param unit what the number counts, empty for a bare number
 */
public record Parameter(
    String name, String label, String unit, long defaultValue, long min, long max) {

  /** Whether {@code number} lies within the limits. */
  public boolean allows(long number) {
    return number >= min && number <= max;
  }

  /** The limits in words, as in "must be 1 to 5,000,000". */
  public String limits() {
    return String.format(Locale.ROOT, "must be %,d to %,d", min, max);
  }
}
