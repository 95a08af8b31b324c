package racecard.run;

/** What asking to delete a run came to. */
public enum Deletion {
  /** It is gone with everything measured for it, its links included. */
  DELETED,
  /** A job of it still waits or runs: cancel it first. */
  NOT_FINAL,
  /** There is no such run. */
  UNKNOWN
}
