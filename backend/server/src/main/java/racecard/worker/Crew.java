package racecard.worker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;
import racecard.host.Marker;
import racecard.host.Orphans;
import racecard.host.ProcessId;
import racecard.queue.Lease;
import racecard.runner.ChildFailed;
import racecard.runner.Installation;
import racecard.runner.Origin;
import racecard.runner.Runner;

/** The children of one job: none starts without its lease, and none outlives it. */
final class Crew implements AutoCloseable {
  private final Installation installation;
  private final Hold hold;
  private final Ledger ledger;
  private final Marker marker;
  private final Map<ProcessId, Runnable> living = new ConcurrentHashMap<>();

  Crew(Installation installation, Hold hold, Ledger ledger) {
    this.installation = installation;
    this.hold = hold;
    this.ledger = ledger;
    this.marker = marker(hold.lease());
  }

  private static Marker marker(Lease lease) {
    return Marker.of(lease.job().number() + "." + lease.fence());
  }

  /** The contender as this host has it. */
  Contender here(ContenderName contender) {
    return installation.here(contender);
  }

  Runner runner(ContenderName contender) throws ChildFailed, Halted {
    hold.check();
    Runner runner = Runner.start(installation, contender, marker);
    joins(runner.process(), runner::close);
    return runner;
  }

  Origin origin() throws ChildFailed, Halted {
    hold.check();
    Origin origin = Origin.start(installation, marker);
    joins(origin.process(), origin::close);
    return origin;
  }

  private void joins(ProcessId process, Runnable close) throws Halted {
    living.put(process, close);
    ledger.started(process);
    hold.check();
  }

  /** Ends one child in good order; returns when it is gone. */
  void end(ProcessId process) {
    end(List.of(process));
  }

  /** Ends some children in good order, all at once; returns when they are gone. */
  void end(Collection<ProcessId> processes) {
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      processes.forEach(process -> each.execute(() -> leaves(process)));
    }
  }

  private void leaves(ProcessId process) {
    Runnable close = living.remove(process);
    if (close != null) {
      close.run();
      ledger.ended(process);
    }
  }

  /** Ends all children at once and hard, also one that is just starting; from any thread. */
  void kill() {
    Orphans.endMarked(marker);
    Orphans.end(living.keySet());
  }

  @Override
  public void close() {
    end(List.copyOf(living.keySet()));
    Orphans.endMarked(marker); // what forked away from its parent
  }
}
