package racecard.queue;

import java.util.Locale;

/** How one attempt at a job ended. */
public enum AttemptEnding {
  DONE,
  FAILED,
  CANCELLED,
  /** The worker stopped in good order and gave the job back; not counted as an attempt. */
  HANDED_BACK,
  /** The worker was lost: its lease ran out, or its host came back without it. */
  LOST;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static AttemptEnding of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
