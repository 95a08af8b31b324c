package racecard.queue;

import org.jdbi.v3.core.Jdbi;

/** The database below: the claim and the forced write are all that differ. */
public enum Engine {
  H2,
  POSTGRESQL;

  // A commit of H2 survives a kill of the process; only this survives a loss of power.
  private static final String FORCE = "checkpoint sync";

  /** Forces what is committed to the disk, where a commit alone does not. */
  public void force(Jdbi jdbi) {
    switch (this) {
      case H2 -> jdbi.useHandle(handle -> handle.execute(FORCE));
      case POSTGRESQL -> {}
    }
  }
}
