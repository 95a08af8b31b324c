package racecard.queue;

/** What became of a job when its worker said that it ended. */
public enum Finish {
  /** It is final, and what was to be stored with it is stored. */
  FINAL,
  /** It failed and waits for its next attempt; what was to be stored with it is stored. */
  TRIED_AGAIN,
  /** The lease was lost before: nothing was changed or stored. */
  NOT_OURS
}
