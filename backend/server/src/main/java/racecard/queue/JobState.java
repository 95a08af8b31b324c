package racecard.queue;

import java.util.Locale;

/** Where a job stands; the last three are final and never change. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static JobState of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the job will never run again. */
  public boolean isFinal() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case DONE, FAILED, CANCELLED -> true;
    };
  }
}
