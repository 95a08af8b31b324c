package racecard.sample;

import java.util.Locale;

/** From when on a task's latency is counted. */
public enum LatencyMeasure {
  /** From the task's own start. */
  SERVICE,
  /** From the submission of the task, so waiting for its turn is in it. */
  SINCE_SUBMISSION;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static LatencyMeasure of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
