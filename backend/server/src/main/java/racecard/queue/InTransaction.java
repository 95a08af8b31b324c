package racecard.queue;

import org.jdbi.v3.core.Handle;

/** Writes that belong to a change of a job: they are kept with it or not at all. */
@FunctionalInterface
public interface InTransaction {
  /** Nothing to write. */
  InTransaction NOTHING = handle -> {};

  /** Writes with {@code handle}; an exception undoes the whole change. */
  void write(Handle handle);
}
