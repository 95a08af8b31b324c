package racecard.worker;

import racecard.queue.FailureKind;
import racecard.runner.ChildFailure;

/**
 * What went wrong with a contender's child, or with a job.
 *
 * @param reason what happened, where and why, in sentences for a person
 */
record Fault(FailureKind kind, String reason) {
  private static final int KEPT = 2_000;

  /** Cuts the reason to what a row can keep. */
  Fault {
    reason = reason.length() <= KEPT ? reason : reason.substring(0, KEPT - 1) + "…";
  }

  static Fault of(ChildFailure failure) {
    return new Fault(kind(failure), failure.sentence());
  }

  /** The same failure as one of the origin, which only the job as a whole can have. */
  static Fault ofOrigin(ChildFailure failure) {
    return new Fault(FailureKind.ORIGIN_FAILED, failure.sentence());
  }

  private static FailureKind kind(ChildFailure failure) {
    return switch (failure) {
      case ChildFailure.Missing _ -> FailureKind.RUNNER_MISSING;
      case ChildFailure.Crashed _ -> FailureKind.RUNNER_CRASHED;
      case ChildFailure.TimedOut _ -> FailureKind.RUNNER_TIMED_OUT;
      case ChildFailure.Broken _ -> FailureKind.PROTOCOL_BROKEN;
    };
  }
}
