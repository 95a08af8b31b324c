package racecard.queue;

import java.util.Locale;

/** What an event tells; the first nine are appended by the queue itself. */
public enum EventKind {
  QUEUED,
  STARTED,
  CANCEL_REQUESTED,
  HANDED_BACK,
  LOST,
  TRIED_AGAIN,
  DONE,
  FAILED,
  CANCELLED,
  /** The worker renewed its lease and said how far it is. */
  PROGRESS,
  /** A generation is complete. */
  GENERATION,
  /** A contender was found to be skipped or failed. */
  CONTENDER,
  /** There is a new provisional answer. */
  ANSWER;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static EventKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and in the event stream. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
