package racecard.exchange;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import racecard.queue.Conflict;
import racecard.queue.PastJobs;
import racecard.run.ImportStore;
import racecard.run.Imported;
import racecard.run.Incoming;
import racecard.run.Run;
import racecard.sample.MeasuredStore;

/** Keeps runs that come as files. */
public final class Imports {
  // A file of 16 MiB becomes some hundred megabytes while it is read.
  private static final int AT_ONCE = 1;
  private static final long PATIENCE_S = 10;

  private final ImportStore store;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** Keeps them in {@code store}; {@code clock} says when. */
  public Imports(ImportStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps the run in a file, whole, or nothing of it; empty when other files were being read all
   * the while.
   *
   * @param by who brings it: {@code api} or {@code form}
   * @throws BadFile where the file is wrong
   */
  public Optional<Run> add(byte[] file, String by) {
    if (!mayRead()) {
      return Optional.empty();
    }
    try {
      return Optional.of(keep(AnyFile.read(file, clock.instant()), by));
    } finally {
      places.release();
    }
  }

  private boolean mayRead() {
    try {
      return places.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Run keep(RunFile file, String by) {
    Imported origin = origin(file, by);
    Incoming incoming =
        new Incoming(
            file.plan(),
            file.levels(),
            file.label(),
            file.tags(),
            file.note(),
            file.submittedBy(),
            file.createdAt(),
            origin);
    try {
      return store.add(
          incoming,
          (handle, run) ->
              MeasuredStore.add(
                  handle, run, file.measured(), PastJobs.add(handle, run, file.jobs())));
    } catch (JdbiException refused) {
      if (Conflict.contents(refused)) {
        throw new BadFile("file", "does not hold together: the database refused what it says");
      }
      throw refused;
    }
  }

  /** Where it was measured first, however often it was handed on. */
  private Imported origin(RunFile file, String by) {
    Imported before = file.imported();
    return before == null
        ? new Imported(
            Imported.RACECARD, file.racecard(), file.id(), file.url(), by, clock.instant())
        : new Imported(
            before.tool(), before.version(), before.id(), before.url(), by, clock.instant());
  }
}
