package racecard.worker;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import racecard.catalog.Plan;
import racecard.queue.FailureKind;
import racecard.runner.ChildFailed;
import racecard.runner.Prepared;
import racecard.runner.Rounded;
import racecard.runner.Runner;
import racecard.runner.Work;

/**
 * The user's own URLs, downloaded twice by one task before anything is measured: what they answer
 * is what every contender must find there.
 *
 * @param answer of a round
 * @param taskNs what the second download took
 */
record FirstDownload(RightAnswer answer, double taskNs) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  static FirstDownload of(Plan plan, Work work, Sequentials sequentials) throws Halted, JobFailed {
    return sequentials.ask(runner -> of(plan, work, runner));
  }

  private static FirstDownload of(Plan plan, Work work, Runner runner)
      throws ChildFailed, JobFailed {
    if (runner.prepare(work.with(1, Map.of())) instanceof Prepared.Refused refused) {
      throw new JobFailed(new Fault(FailureKind.TARGET_FAILED, refused.message()));
    }
    Rounded first = succeeded(runner.round(1, 1, LIMIT));
    Rounded second = succeeded(runner.round(2, 1, LIMIT));
    if (!first.checksum().equals(second.checksum())) {
      throw failed("They answered something else the second time, so no answer can be right.");
    }
    long value = new BigInteger(first.checksum()).longValueExact();
    return new FirstDownload(RightAnswer.ofSame(value, plan.tasks()), second.wallNs());
  }

  private static Rounded succeeded(Rounded rounded) throws JobFailed {
    if (rounded.errors() > 0) {
      throw failed(String.valueOf(rounded.firstError()));
    }
    return rounded;
  }

  private static JobFailed failed(String reason) {
    return new JobFailed(new Fault(FailureKind.TARGET_FAILED, reason));
  }
}
