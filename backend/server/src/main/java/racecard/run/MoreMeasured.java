package racecard.run;

import racecard.queue.JobId;

/** What asking to measure more, or to profile, came to. */
public sealed interface MoreMeasured {
  /** A further job of the run waits. */
  record Queued(JobId job) implements MoreMeasured {}

  /** A job of the run still waits or runs: ask again when it is final. */
  record NotFinal() implements MoreMeasured {}

  /** It ended before all of it was measured: there is nothing yet for a profile to explain. */
  record NotMeasured() implements MoreMeasured {}

  /** It was measured elsewhere: only there more of the same can be measured. */
  record Elsewhere() implements MoreMeasured {}

  /** There is no such run. */
  record Unknown() implements MoreMeasured {}
}
