package racecard.worker;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.host.HostStore;
import racecard.runtime.Environments;
import racecard.runtime.Runtimes;
import racecard.runtime.Turn;

/**
 * Looks for the runtimes of this host, and at the first start adds the contenders' libraries to one
 * of each kind: before the first job and between jobs, never while one is measured.
 */
final class Scout {
  private static final Logger LOG = LoggerFactory.getLogger(Scout.class);
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final HostStore hosts;
  private final Runtimes runtimes;
  private final String host;
  private volatile @Nullable Thread busy;
  private volatile boolean stopped;
  private volatile boolean asked;
  private long lookedNs;
  private long stamp;

  Scout(HostStore hosts, Runtimes runtimes, String host) {
    this.hosts = hosts;
    this.runtimes = runtimes;
    this.host = host;
  }

  /** Whether it is at work. */
  boolean busy() {
    return busy != null;
  }

  /** Makes it look anew as soon as nothing is measured. */
  void lookAgain() {
    asked = true;
  }

  /** Whether it is at work, or will be as soon as nothing is measured. */
  boolean wanted() {
    return asked || busy();
  }

  /** Ends what it is doing, and does nothing further. */
  void stop() {
    stopped = true;
    Thread working = busy;
    if (working != null) {
      working.interrupt();
    }
  }

  /**
   * Looks, adds libraries where they are wanted and nobody tried, and looks again. Adds none while
   * somebody else does.
   */
  void arrive() {
    undisturbed(() -> {
      try (Turn turn = firstTurn()) {
        look();
        List<FoundRuntime> wanting = turn == null ? List.of() : wanting();
        wanting.forEach(this::equip);
        if (!wanting.isEmpty()) {
          look();
        }
      }
    });
  }

  // Before the first look, since what a turn writes is no change that calls for another.
  private @Nullable Turn firstTurn() {
    return (runtimes.addsLibraries() ? runtimes.toAdd(Duration.ZERO) : runtimes.toMeasure())
        .orElse(null);
  }

  /** Before a job: looks again when it was asked to, or when somebody added libraries. */
  void catchUp() {
    if (asked || runtimes.environments().stamp() != stamp) {
      undisturbed(this::look);
    }
  }

  /** Without a job: looks again after ten minutes. */
  void idle() {
    if (System.nanoTime() - lookedNs > AGAIN.toNanos()) {
      undisturbed(this::look);
    }
  }

  private void undisturbed(Runnable work) {
    busy = Thread.currentThread();
    try {
      if (!stopped) {
        work.run();
      }
    } catch (RuntimeException failure) {
      LOG.warn("The runtimes of this host are not known for now: {}", failure.toString());
    } finally {
      busy = null;
      Thread.interrupted(); // what was meant for the work is not meant for what comes after it
    }
  }

  private void look() {
    long before = runtimes.environments().stamp();
    List<FoundRuntime> found = runtimes.look().runtimes();
    if (!Thread.currentThread().isInterrupted()) {
      hosts.found(host, RuntimesJson.write(found));
    }
    asked = false; // not before it is kept: what fails is tried again
    lookedNs = System.nanoTime();
    stamp = before;
  }

  /**
   * The first of each kind whose libraries were never added, unless another of its kind has them.
   */
  private List<FoundRuntime> wanting() {
    if (!runtimes.addsLibraries()) {
      return List.of();
    }
    Environments environments = runtimes.environments();
    Set<String> settled = new HashSet<>();
    for (FoundRuntime runtime : runtimes.found().runtimes()) {
      if (environments.of(runtime) instanceof Environments.State.Made) {
        settled.add(runtime.folder());
      }
    }
    return runtimes.found().runtimes().stream()
        .filter(one -> !(environments.of(one) instanceof Environments.State.NotNeeded))
        .filter(one -> settled.add(one.folder()))
        .filter(one -> environments.of(one) instanceof Environments.State.Absent)
        .toList();
  }

  private void equip(FoundRuntime runtime) {
    LOG.info("adds the contenders' libraries to {}", runtime.title());
    switch (runtimes.environments().make(runtime)) {
      case Environments.State.Made() -> LOG.info("added them to {}", runtime.title());
      case Environments.State.Failed(String reason) ->
          LOG.warn("{} goes on without them: {}", runtime.title(), reason);
      case Environments.State.NotNeeded() -> {}
      case Environments.State.Absent() -> {}
    }
  }
}
