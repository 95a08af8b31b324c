package racecard.jvm.workload;

/** A task that keeps a core busy from start to end. */
public sealed interface Computation extends Workload permits Power, Hash {
  /** Computes task number {@code task}; returns its value. */
  long compute(int task);

  @Override
  default long execute(int task, Laps laps) {
    return compute(task);
  }
}
