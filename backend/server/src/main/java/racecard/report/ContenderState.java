package racecard.report;

import java.util.Locale;

/** How far a contender of a run is. */
public enum ContenderState {
  /** Nothing of it counts yet. */
  WAITING,
  /** Measured, and measuring has ended. */
  MEASURED,
  /** Measured so far; measuring goes on. */
  PROVISIONAL,
  /** Left out before measuring. */
  SKIPPED,
  /** Began and could not be measured to the end. */
  FAILED;

  /** The word in JSON and pages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
