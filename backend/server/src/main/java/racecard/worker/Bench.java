package racecard.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.host.HostFacts;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.runner.Work;

/**
 * What all generations of a job share.
 *
 * @param steps of {@code mixed}; 0 for every other workload
 * @param origin the local origin; null unless the plan uses it
 * @param expectedNs how long a round of N tasks may take, as far as it was estimated
 */
record Bench(
    ClaimedJob job,
    Plan plan,
    HostFacts host,
    Hold hold,
    Ledger ledger,
    Crew crew,
    Work work,
    long steps,
    @Nullable LocalOrigin origin,
    RightAnswer answer,
    Map<ContenderName, Long> expectedNs) {

  int cell() {
    return job.cell();
  }

  /** What tasks that fail in a contender say about the job. */
  FailureKind errorKind() {
    if (plan.workload() != Workload.FETCH) {
      return FailureKind.INTERNAL;
    }
    return origin == null ? FailureKind.TARGET_FAILED : FailureKind.ORIGIN_FAILED;
  }

  /** Whether a wrong answer is proof against a contender: the user's URLs may change meanwhile. */
  boolean answerIsSure() {
    return plan.targets().isEmpty();
  }
}
