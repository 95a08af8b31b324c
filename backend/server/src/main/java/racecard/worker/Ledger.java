package racecard.worker;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.host.ProcessId;
import racecard.queue.Child;
import racecard.queue.ClaimedJob;
import racecard.queue.Conflict;
import racecard.queue.Finish;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.queue.Standing;
import racecard.sample.ContenderStatus;
import racecard.sample.Findings;
import racecard.sample.Kept;
import racecard.sample.Latency;
import racecard.sample.Outcome;
import racecard.sample.Progress;
import racecard.sample.Sample;
import racecard.sample.Timeline;

/**
 * Writes for one job, under its lease.
 *
 * <p>A database that is away is asked again every second until the lease is lost; a lease that is
 * lost ends the measurement.
 */
final class Ledger {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Stores stores;
  private final ClaimedJob job;
  private final Hold hold;

  Ledger(Stores stores, ClaimedJob job, Hold hold) {
    this.stores = stores;
    this.job = job;
    this.hold = hold;
  }

  /** What is kept of the cell so far. */
  CellRecord cell() throws Halted {
    return insist(() ->
        CellRecord.of(
            job.cell(),
            stores.samples().generations(job.run(), job.cell()),
            stores.samples().of(job.run(), job.cell())));
  }

  /** What became of the cell's contenders so far. */
  List<ContenderStatus> statuses() throws Halted {
    return insist(() ->
        stores.outcomes().statuses(job.run()).stream()
            .filter(status -> status.cell() == job.cell())
            .toList());
  }

  /** Opens the next generation and gives its number. */
  int begin(String factsJson) throws Halted {
    OptionalInt number = insist(() -> stores.samples().begin(job.lease(), factsJson));
    return number.orElseThrow(this::lost);
  }

  void append(List<Sample> samples) throws Halted {
    ours(() -> stores.samples().append(job.lease(), samples));
  }

  void end(int generation, List<Latency> latencies) throws Halted {
    ours(() -> stores.samples().end(job.lease(), generation, latencies));
  }

  void keep(ContenderStatus status) throws Halted {
    ours(() -> stores.outcomes().keep(job.lease(), status));
  }

  void keep(Outcome provisional) throws Halted {
    ours(() -> stores.outcomes().keep(job.lease(), provisional));
  }

  void keep(String contender, Findings findings) throws Halted {
    ours(() -> stores.profiles().keep(job.lease(), contender, findings));
  }

  void keep(Timeline timeline) throws Halted {
    ours(() -> stores.timelines().keep(job.lease(), timeline));
  }

  void say(Progress progress) throws Halted {
    Standing standing = insist(() -> stores.queue().progress(job.lease(), progress.json()));
    if (standing == Standing.LOST) {
      throw lost();
    }
  }

  /** Ends the job together with its outcome. */
  Finish finish(JobEnd end, InTransaction along) throws Halted {
    return insist(() -> stores.queue().finish(job.lease(), end, along));
  }

  /** What is written along when the job ends with {@code outcome}. */
  InTransaction finishing(Outcome outcome) {
    return stores.outcomes().finishing(job.run(), job.lease(), outcome);
  }

  boolean giveBack() throws Halted {
    return insist(() -> stores.queue().giveBack(job.lease()));
  }

  void started(ProcessId process) throws Halted {
    Child child = new Child(process.pid(), process.started());
    insist(() -> {
      stores.children().started(job.lease(), child);
      return Kept.KEPT;
    });
  }

  /** Strikes out a child; when that fails, the end of the job strikes out all. */
  void ended(ProcessId process) {
    try {
      stores.children().ended(job.lease(), new Child(process.pid(), process.started()));
    } catch (RuntimeException away) {
      LOG.debug("Child {} was not struck out", process.pid(), away);
    }
  }

  private void ours(Supplier<Kept> write) throws Halted {
    if (insist(write) == Kept.NOT_OURS) {
      throw lost();
    }
  }

  private Halted lost() {
    hold.halt(Halt.LOST);
    return new Halted(Halt.LOST);
  }

  private <T> T insist(Supplier<T> asking) throws Halted {
    while (true) {
      hold.checkKept();
      try {
        return asking.get();
      } catch (RuntimeException failure) {
        if (!Conflict.passing(failure)) {
          throw failure;
        }
        LOG.warn("The database is away, job {} waits: {}", id(), failure.toString());
        hold.pause(AGAIN);
      }
    }
  }

  private long id() {
    return job.lease().job().number();
  }
}
