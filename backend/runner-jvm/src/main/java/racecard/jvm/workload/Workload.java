package racecard.jvm.workload;

import java.io.IOException;
import racecard.jvm.checksum.Modulus;

/** What one task does; one object serves all tasks, from any thread. */
public sealed interface Workload permits Computation, Sleep, Mixed, Fetch {
  /**
   * Executes task number {@code task} where it is called, blocking while it waits; returns its
   * value, at least 0 and below {@link Modulus#P}.
   */
  long execute(int task, Laps laps) throws IOException, InterruptedException;

  /** How many laps a task marks on its way: its downloads, or 0. */
  default int laps() {
    return 0;
  }
}
