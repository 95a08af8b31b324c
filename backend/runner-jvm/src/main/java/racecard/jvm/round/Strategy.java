package racecard.jvm.round;

import java.util.Map;

/** A way to execute N tasks; prepared before the clock starts, used for every round of a child. */
public interface Strategy extends AutoCloseable {
  /** Executes all tasks of {@code batch}; returns when the last one has ended. */
  void execute(Batch batch) throws InterruptedException;

  /** What the strategy's persistent processes have used since they began. */
  default Helpers helpers() {
    return Helpers.NONE;
  }

  /** What it keeps between rounds, for a person: names and texts or numbers. */
  default Map<String, Object> facts() {
    return Map.of();
  }

  /** Ends all that it keeps between rounds. */
  @Override
  default void close() {}

  /**
   * Persistent processes of a strategy.
   *
   * @param processes how many there are
   * @param memoryBytes their peaks of resident memory since this was asked before, added up
   * @param counters what they have used, added up
   */
  record Helpers(int processes, long memoryBytes, Counters counters) {
    /** No process. */
    public static final Helpers NONE = new Helpers(0, 0, Counters.NONE);
  }
}
