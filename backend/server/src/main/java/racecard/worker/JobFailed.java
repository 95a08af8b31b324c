package racecard.worker;

import racecard.queue.FailureKind;

/** Leaves a measurement that cannot be made. */
final class JobFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final FailureKind kind;

  JobFailed(Fault fault) {
    super(fault.reason());
    this.kind = fault.kind();
  }

  /** The kind and the sentence that the job ends with. */
  Fault fault() {
    return new Fault(kind, String.valueOf(getMessage()));
  }
}
