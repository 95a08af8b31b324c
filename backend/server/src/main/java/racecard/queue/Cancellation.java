package racecard.queue;

/** What asking to cancel a run's jobs came to. */
public enum Cancellation {
  /** None was running: all that waited are cancelled now. */
  CANCELLED,
  /** A running job was told to stop. */
  REQUESTED,
  /** A running job had been told before; nothing changed. */
  ALREADY_REQUESTED,
  /** There was nothing left to cancel. */
  ALREADY_FINAL
}
