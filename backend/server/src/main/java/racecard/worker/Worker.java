package racecard.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.host.HostFacts;
import racecard.host.WorkerState;
import racecard.runner.Installation;

/**
 * The part of this process that takes jobs: one per host, measuring one job at a time.
 *
 * <p>It asks for a job once a second and whenever this process tells of a change. The database may
 * be away at any time: the worker stays, and loses its lease if it must.
 */
public final class Worker implements AutoCloseable {
  private static final Duration ROUND_LIMIT = Duration.ofSeconds(5);
  private static final Duration END_LIMIT = Duration.ofMillis(2_500);
  private static final Duration FAREWELL_LIMIT = Duration.ofMillis(400);
  private static final long SEEN_EVERY_NS = 10_000_000_000L;
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final Stores stores;
  private final String owner;
  private final String host;
  private final Shift shift;
  private final Scout scout;
  private final Thread measuring;
  private final Thread looking;
  private final CountDownLatch leaving = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);
  private @Nullable WorkerState said;
  private long saidNs;
  private boolean away;

  /**
   * A worker of this host, which does nothing before it is started.
   *
   * @param owner a random id of this process start: the owner of its leases
   * @param version of this program, for the Hosts page
   */
  public Worker(Stores stores, Installation installation, String owner, String version) {
    HostFacts facts = HostFacts.read();
    this.stores = stores;
    this.owner = owner;
    this.host = facts.name();
    this.scout = new Scout(stores.hosts(), installation.runtimes(), host);
    this.shift = new Shift(stores, installation, owner, host);
    Arrival arrival = new Arrival(stores, facts, owner, leaving);
    this.measuring = thread("worker", () -> work(arrival, version));
    this.looking = thread("worker's looks", this::look);
  }

  private static Thread thread(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  /** The host that it measures on. */
  public String host() {
    return host;
  }

  /** Makes it look for the runtimes of its host anew, as soon as nothing is measured. */
  public void lookAgain() {
    scout.lookAgain();
  }

  /** Whether it looks for them, or will as soon as nothing is measured. */
  public boolean looking() {
    return scout.wanted();
  }

  /** Begins to take jobs, and returns at once; what an earlier worker left is ended first. */
  public void start() {
    measuring.start();
  }

  /**
   * Stops taking jobs and hands the one in hand back: its round may take five seconds more, its
   * complete generations are kept, and the attempt does not count. Returns within eight seconds,
   * when no child is left.
   */
  @Override
  public void close() {
    leaving.countDown();
    scout.stop();
    shift.stop();
    try {
      if (!ended(measuring, ROUND_LIMIT)) {
        shift.stopNow();
        if (!ended(measuring, END_LIMIT)) {
          LOG.warn("The job in hand could not be handed back; its lease will run out.");
        }
      }
      left.countDown();
      ended(looking, FAREWELL_LIMIT);
    } catch (InterruptedException stopped) {
      shift.stopNow();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(Thread thread, Duration limit) throws InterruptedException {
    return thread.getState() == Thread.State.NEW || thread.join(limit);
  }

  private void work(Arrival arrival, String version) {
    try {
      arrival.arrive(version);
      looking.start();
      scout.arrive();
      shift.work(scout);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Once a second: the lease in hand, jobs of lost workers, and word that this one is there; with
   * that, what hosts keep that nobody hears of.
   */
  private void look() {
    try {
      do {
        shift.tick();
        attempt(() -> stores.rescue().reap());
        attempt(this::saySeen);
      } while (!left.await(LeaseKeeper.LOOK.toMillis(), TimeUnit.MILLISECONDS));
      attempt(() -> stores.hosts().seen(owner, WorkerState.STOPPED));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void saySeen() {
    WorkerState state = state();
    if (state != said || System.nanoTime() - saidNs >= SEEN_EVERY_NS) {
      stores.hosts().seen(owner, state);
      stores.rescue().letGo(stores.hosts().heardOf());
      said = state;
      saidNs = System.nanoTime();
    }
  }

  /** What it does now. */
  WorkerState state() {
    if (leaving.getCount() == 0) {
      return WorkerState.STOPPING;
    }
    if (scout.busy() || shift.waits()) {
      return WorkerState.PREPARING;
    }
    return shift.measuring() ? WorkerState.MEASURING : WorkerState.IDLE;
  }

  private void attempt(Runnable step) {
    try {
      step.run();
      away = false;
    } catch (RuntimeException failure) {
      if (!away) {
        LOG.warn("The database is away: {}", failure.toString());
      }
      away = true;
    }
  }
}
