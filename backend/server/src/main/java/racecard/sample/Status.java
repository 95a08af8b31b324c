package racecard.sample;

import java.util.Locale;

/** Whether a contender was measured. */
public enum Status {
  MEASURED,
  /** Left out before measuring, with the reason and the remedy. */
  SKIPPED,
  /** Began and could not be measured to the end. */
  FAILED;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static Status of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
