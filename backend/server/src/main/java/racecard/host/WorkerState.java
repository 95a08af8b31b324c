package racecard.host;

import java.util.Locale;

/** What a worker says it is doing. */
public enum WorkerState {
  PREPARING,
  IDLE,
  MEASURING,
  STOPPING,
  STOPPED;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static WorkerState of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
