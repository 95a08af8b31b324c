package racecard.worker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.sample.ContenderStatus;
import racecard.sample.Outcome;
import racecard.sample.Status;
import racecard.statistics.Assessment;
import racecard.statistics.StopRule;

/**
 * One job from its plan to its final assessment.
 *
 * <p>Who takes part is settled by the cell's first complete generation: before it, every attempt
 * tries everybody afresh; after it, who was skipped or given up stays out. A contender that failed
 * in two generations is given up; its rounds leave the comparison, so that the blocks in which only
 * it failed count for the others.
 */
final class Measurement {
  private static final int MOST_FAILURES = 2;

  private final ClaimedJob job;
  private final Plan plan;
  private final Hold hold;
  private final Ledger ledger;
  private final Crew crew;
  private final Field field;
  private final StatusBook book;
  private final long beganNs = System.nanoTime();

  Measurement(ClaimedJob job, Hold hold, Ledger ledger, Crew crew) {
    this.job = job;
    this.plan = job.plan();
    this.hold = hold;
    this.ledger = ledger;
    this.crew = crew;
    this.field = new Field(plan);
    this.book = new StatusBook(job.cell(), ledger, field);
  }

  /** Measures generation after generation until it is enough. */
  Assessment run() throws Halted, JobFailed {
    CellRecord cell = ledger.cell();
    long spentBeforeNs = cell.spentNs();
    settleField(cell);
    Preparation preparation = new Preparation(job, plan, hold, ledger, crew);
    Judge judge = new Judge(job, plan, preparation.host().cores());
    Bench bench = null;
    while (true) {
      giveUpTheFailing(cell);
      Assessment so = judge.assess(cell, field, spentBeforeNs + System.nanoTime() - beganNs);
      Optional<StopRule.Reason> reason = judge.stop(cell, so);
      if (reason.isPresent()) {
        return so.stopped(reason.get());
      }
      if (bench == null) {
        bench = preparation.bench(cell, field, book);
      } else {
        ledger.keep(Outcome.of(job.cell(), so));
      }
      new GenerationRun(bench, field, book, cell, judge.left(cell), so.spentNs()).measure();
      cell = ledger.cell();
    }
  }

  private void settleField(CellRecord cell) throws Halted {
    if (!cell.complete().isEmpty()) {
      leaveOut(ledger.statuses());
      return;
    }
    for (ContenderName contender : field.racing()) {
      Contender here = crew.here(contender);
      String reason = here.reason();
      if (reason != null) {
        book.skip(contender, new Fault(FailureKind.RUNNER_MISSING, reason), here.remedy());
      }
    }
  }

  /** Who was given up stays out, unless all were: another attempt is there to try them again. */
  private void leaveOut(List<ContenderStatus> statuses) {
    those(statuses, Status.SKIPPED).forEach(field::leave);
    List<ContenderName> failed = those(statuses, Status.FAILED);
    if (failed.size() < field.racing().size()) {
      failed.forEach(field::leave);
    }
  }

  private List<ContenderName> those(List<ContenderStatus> statuses, Status are) {
    Set<String> names =
        statuses.stream()
            .filter(status -> status.status() == are)
            .map(ContenderStatus::contender)
            .collect(Collectors.toSet());
    return field.racing().stream().filter(one -> names.contains(one.toString())).toList();
  }

  private void giveUpTheFailing(CellRecord cell) throws Halted, JobFailed {
    for (ContenderName contender : field.racing()) {
      List<String> failures = cell.failures(contender, job.lease());
      if (failures.size() >= MOST_FAILURES) {
        book.fail(contender, book.lastSeen(contender, failures.getLast()));
      }
    }
    if (field.entering().isEmpty()) {
      throw book.nobodyLeft();
    }
  }
}
