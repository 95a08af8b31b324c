package racecard.catalog;

import java.util.stream.Stream;

/** What a strategy needs or deserves that others do not. */
public enum Trait {
  /** Its processes are new in every round: a process for each task. */
  PROCESS_PER_TASK("process-per-task"),
  /** It never executes more than one task at once. */
  ONE_AT_A_TIME("one-at-a-time"),
  /** Many tasks wait on one thread: an event loop, or green threads. */
  LOOP("loop"),
  /** What computes does so in several interpreters, each with a lock of its own if it has one. */
  OWN_LOCK("own-lock"),
  /** It shows a mistake to learn from; measured only when ticked. */
  MISTAKE("mistake"),
  /** A variant of another strategy; measured only when ticked. */
  EXTRA("extra");

  private final String id;

  Trait(String id) {
    this.id = id;
  }

  /** The trait written {@code id}; throws IllegalArgumentException when there is none. */
  static Trait of(String id) {
    return Stream.of(values())
        .filter(trait -> trait.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a strategy's trait: " + id));
  }
}
