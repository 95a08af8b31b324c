package racecard.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.queue.Changes;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.runner.Installation;
import racecard.runtime.Turn;
import racecard.sample.Outcome;
import racecard.statistics.Assessment;

/** Claims jobs one after another and measures each to its end. */
final class Shift {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

  private final Stores stores;
  private final Installation installation;
  private final String owner;
  private final String host;
  private volatile boolean stopping;
  private volatile boolean waits;
  private volatile @Nullable LeaseKeeper keeper;

  Shift(Stores stores, Installation installation, String owner, String host) {
    this.stores = stores;
    this.installation = installation;
    this.owner = owner;
    this.host = host;
  }

  /** How a measurement ended. */
  private sealed interface Ending {
    record Measured(Assessment assessment) implements Ending {}

    record Profiled() implements Ending {}

    record Failed(Fault fault) implements Ending {}

    record Stopped(Halt why) implements Ending {}
  }

  /** Whether a job is in hand. */
  boolean measuring() {
    return keeper != null;
  }

  /** Whether no job may begin, since another process adds libraries. */
  boolean waits() {
    return waits;
  }

  /** Looks after the lease of the job in hand; called once a second by another thread. */
  void tick() {
    LeaseKeeper current = keeper;
    if (current != null) {
      current.tick();
    }
  }

  /** Claims no more; the job in hand is handed back after its round. */
  void stop() {
    stopping = true;
    stores.queue().changes().tell();
    LeaseKeeper current = keeper;
    if (current != null) {
      current.handBack();
    }
  }

  /** Does not wait for the round either. */
  void stopNow() {
    LeaseKeeper current = keeper;
    if (current != null) {
      current.stop(Halt.STOPPING);
    }
  }

  /**
   * Works until it is stopped; a database that is away is asked again. {@code scout} keeps up with
   * the runtimes before jobs and between them.
   */
  void work(Scout scout) throws InterruptedException {
    Changes changes = stores.queue().changes();
    boolean away = false;
    while (!stopping) {
      long seen = changes.count();
      boolean worked = false;
      try {
        worked = next(scout);
        away = false;
      } catch (RuntimeException failure) {
        if (!away) {
          LOG.warn("No job can be claimed for now: {}", failure.toString());
        }
        away = true;
      }
      if (!worked && !stopping) {
        scout.idle();
        changes.await(seen, LeaseKeeper.LOOK);
      }
    }
  }

  private boolean next(Scout scout) {
    try (Turn turn = installation.runtimes().toMeasure().orElse(null)) {
      waits = turn == null;
      if (turn == null) {
        return false;
      }
      scout.catchUp();
      long askedNs = System.nanoTime();
      Optional<ClaimedJob> claimed = stores.queue().claim(owner, host);
      claimed.ifPresent(job -> measure(job, askedNs));
      return claimed.isPresent();
    }
  }

  private void measure(ClaimedJob job, long askedNs) {
    Hold hold = new Hold(job.lease(), LeaseKeeper.endurance(stores.queue()));
    hold.renewed(askedNs);
    Ledger ledger = new Ledger(stores, job, hold);
    Crew crew = new Crew(installation, hold, ledger);
    try (LeaseKeeper ours =
        new LeaseKeeper(stores.queue(), hold, crew::kill, LeaseKeeper.LONGEST_STEP)) {
      keeper = ours;
      if (stopping) {
        ours.handBack();
      }
      settle(job, ledger, ending(job, hold, ledger, crew));
    } catch (Halted lost) {
      LOG.warn("Job {} was lost before its end was kept", job.lease().job().number());
    } finally {
      keeper = null;
    }
  }

  private static Ending ending(ClaimedJob job, Hold hold, Ledger ledger, Crew crew) {
    try (crew) {
      if (job.plan().profiles()) {
        new Profiling(job, hold, ledger, crew).run();
        return new Ending.Profiled();
      }
      return new Ending.Measured(new Measurement(job, hold, ledger, crew).run());
    } catch (JobFailed failed) {
      return new Ending.Failed(failed.fault());
    } catch (Halted halted) {
      return new Ending.Stopped(halted.why());
    } catch (RuntimeException | Error ours) {
      LOG.error("Job {} failed in Racecard itself", job.lease().job().number(), ours);
      return new Ending.Failed(new Fault(FailureKind.INTERNAL, ours.toString()));
    }
  }

  private static void settle(ClaimedJob job, Ledger ledger, Ending ending) throws Halted {
    switch (ending) {
      case Ending.Measured measured -> {
        Outcome outcome = Outcome.of(job.cell(), measured.assessment());
        ledger.finish(new JobEnd.Done(), ledger.finishing(outcome));
      }
      case Ending.Profiled _ -> ledger.finish(new JobEnd.Done(), InTransaction.NOTHING);
      case Ending.Failed failed ->
          ledger.finish(
              new JobEnd.Failed(failed.fault().kind(), failed.fault().reason()),
              InTransaction.NOTHING);
      case Ending.Stopped stopped -> {
        switch (stopped.why()) {
          case LOST -> throw new Halted(Halt.LOST);
          case CANCELLED -> ledger.finish(new JobEnd.Cancelled(), InTransaction.NOTHING);
          case STOPPING -> ledger.giveBack();
        }
      }
    }
  }
}
