package racecard.worker;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.host.HostFacts;
import racecard.host.Orphans;
import racecard.host.ProcessId;
import racecard.queue.Conflict;

/**
 * What the only worker of a host does when it starts: notes the host, ends what an earlier worker
 * left running, and takes its jobs back at once.
 */
final class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  private final Stores stores;
  private final HostFacts host;
  private final String owner;
  private final CountDownLatch leaving;

  Arrival(Stores stores, HostFacts host, String owner, CountDownLatch leaving) {
    this.stores = stores;
    this.host = host;
    this.owner = owner;
    this.leaving = leaving;
  }

  /** Does it all, asking again as long as the database is away and the worker does not leave. */
  void arrive(String version) throws InterruptedException {
    insist(() -> stores.hosts().begin(host, owner, version));
    Orphans.endAbandoned();
    insist(this::endLeftChildren);
    insist(() -> stores.rescue().rescueHost(host.name(), owner));
  }

  private void endLeftChildren() {
    List<ProcessId> left =
        stores.children().left(host.name(), owner).stream()
            .map(child -> new ProcessId(child.pid(), child.started()))
            .toList();
    Orphans.end(left);
    stores.children().forget(host.name(), owner);
  }

  private void insist(Runnable step) throws InterruptedException {
    boolean leaves = false;
    while (!leaves) {
      try {
        step.run();
        return;
      } catch (RuntimeException failure) {
        if (Conflict.unique(failure)) {
          return; // it was done, only the answer was lost
        }
        LOG.warn("The worker cannot start yet: {}", failure.toString());
        leaves = leaving.await(LeaseKeeper.LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }
}
