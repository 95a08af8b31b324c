package racecard.worker;

import java.util.List;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.runner.ChildFailed;
import racecard.runner.Prepared;
import racecard.runner.Runner;
import racecard.sample.ContenderStatus;
import racecard.sample.Findings;
import racecard.sample.Progress;
import racecard.sample.Status;

/**
 * A job that profiles: each contender that was measured, in a fresh child of its own, one after
 * another. Nothing that is timed is kept.
 */
final class Profiling {
  private final ClaimedJob job;
  private final Plan plan;
  private final Hold hold;
  private final Ledger ledger;
  private final Crew crew;
  private final Field field;

  Profiling(ClaimedJob job, Hold hold, Ledger ledger, Crew crew) {
    this.job = job;
    this.plan = job.plan();
    this.hold = hold;
    this.ledger = ledger;
    this.crew = crew;
    this.field = new Field(plan);
  }

  /** Profiles one contender after another and keeps what was found of each. */
  void run() throws Halted, JobFailed {
    for (ContenderStatus status : ledger.statuses()) {
      if (status.status() != Status.MEASURED) {
        field.leave(ContenderName.parse(status.contender()));
      }
    }
    List<ContenderName> contenders = field.entering();
    if (contenders.isEmpty()) {
      throw new JobFailed(
          new Fault(
              FailureKind.NOTHING_TO_MEASURE, "None of the contenders to profile was measured."));
    }
    Bench bench = bench(contenders);
    for (int i = 0; i < contenders.size(); i++) {
      String name = contenders.get(i).toString();
      ledger.say(Progress.profiling(i, contenders.size(), name));
      ledger.keep(name, findings(bench, contenders.get(i)));
    }
  }

  /** What all children share; where that cannot be had, each contender's findings say why. */
  private Bench bench(List<ContenderName> contenders) throws Halted, JobFailed {
    try {
      return new Preparation(job, plan, hold, ledger, crew)
          .bench(ledger.cell(), field, new StatusBook(job.cell(), ledger, field));
    } catch (JobFailed failed) {
      for (ContenderName contender : contenders) {
        ledger.keep(contender.toString(), Findings.missing(failed.fault().reason()));
      }
      throw failed;
    }
  }

  private Findings findings(Bench bench, ContenderName contender) throws Halted {
    try {
      Runner runner = crew.runner(contender);
      try {
        return switch (runner.prepare(bench.work())) {
          case Prepared.Refused refused -> Findings.missing(refused.message());
          case Prepared.Ready ready -> Look.into(new Contestant(bench, runner, ready), hold);
        };
      } finally {
        crew.end(runner.process());
      }
    } catch (ChildFailed failed) {
      hold.check(); // we ended it ourselves
      return Findings.missing(Fault.of(failed.failure()).reason());
    }
  }
}
