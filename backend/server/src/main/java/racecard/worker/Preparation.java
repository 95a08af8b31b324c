package racecard.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.host.HostFacts;
import racecard.queue.ClaimedJob;
import racecard.runner.Work;

/** Everything that a job needs before its first generation, in the order that it depends on. */
final class Preparation {
  private final ClaimedJob job;
  private final Plan plan;
  private final Hold hold;
  private final Ledger ledger;
  private final Crew crew;
  private final HostFacts host = HostFacts.read();

  Preparation(ClaimedJob job, Plan plan, Hold hold, Ledger ledger, Crew crew) {
    this.job = job;
    this.plan = plan;
    this.hold = hold;
    this.ledger = ledger;
    this.crew = crew;
  }

  HostFacts host() {
    return host;
  }

  /** Starts what all share, skips who would be too slow, and computes what is right. */
  Bench bench(CellRecord cell, Field field, StatusBook book) throws Halted, JobFailed {
    String nonce =
        Long.toString(plan.seed(), Character.MAX_RADIX) + "." + job.lease().job().number();
    LocalOrigin origin =
        Assignment.usesOrigin(plan) ? LocalOrigin.start(crew, hold, plan, nonce) : null;
    Sequentials sequentials = new Sequentials(field, crew, hold);
    long steps = steps(cell, sequentials);
    List<String> addresses = origin == null ? List.of() : origin.addresses();
    Work work = Assignment.of(plan, nonce, addresses, steps);
    FirstDownload first =
        plan.targets().isEmpty() ? null : FirstDownload.of(plan, work, sequentials);
    Map<ContenderName, Long> expected = expected(cell, field, book, work, first);
    RightAnswer answer = first == null ? answer(work) : first.answer();
    return new Bench(job, plan, host, hold, ledger, crew, work, steps, origin, answer, expected);
  }

  /** The same for every job of a cell, so that its rounds compare. */
  private long steps(CellRecord cell, Sequentials sequentials) throws Halted, JobFailed {
    OptionalLong noted = GenerationFacts.steps(cell.generations());
    long cpuNs = plan.workload() == Workload.MIXED ? Assignment.mixedCpuNs(plan) : 0;
    return cpuNs == 0 || noted.isPresent()
        ? noted.orElse(0)
        : sequentials.ask(runner -> runner.calibrate(cpuNs));
  }

  private Map<ContenderName, Long> expected(
      CellRecord cell, Field field, StatusBook book, Work work, @Nullable FirstDownload first)
      throws Halted {
    if (!cell.complete().isEmpty()) {
      Map<ContenderName, Long> seen = new HashMap<>();
      field.racing().forEach(one -> seen.put(one, (long) cell.medianWallNs(one)));
      return seen;
    }
    double waitNs = first == null ? Trial.waitNs(plan) : first.taskNs();
    Map<ContenderName, Long> estimates =
        new Trial(plan, work, host.cores(), crew, hold).estimates(field.racing(), waitNs);
    for (ContenderName contender : field.racing()) {
      long ns = estimates.getOrDefault(contender, 0L);
      if (ns > Trial.LONGEST_NS) {
        book.skip(contender, Entrance.tooLong(ns), Entrance.shorter(contender));
      }
    }
    return estimates;
  }

  private RightAnswer answer(Work work) throws Halted {
    boolean body = plan.workload() == Workload.FETCH;
    int bytes = body ? Math.toIntExact(plan.parameters().number("body_bytes")) : 0;
    try {
      return RightAnswer.of(work, bytes, hold::goesOn);
    } catch (CancellationException halted) {
      hold.check();
      throw halted;
    }
  }
}
