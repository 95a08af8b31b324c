package racecard.exchange;

import java.time.Clock;
import java.util.Optional;
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
  private final ImportStore store;
  private final Clock clock;
  private final Turn turn;

  /** Keeps them in {@code store} when it is their {@code turn}; {@code clock} says when. */
  public Imports(ImportStore store, Clock clock, Turn turn) {
    this.store = store;
    this.clock = clock;
    this.turn = turn;
  }

  /**
   * Keeps the run in a file, whole, or nothing of it; empty when other files were being read all
   * the while.
   *
   * @param by who brings it: {@code api} or {@code form}
   * @throws BadFile where the file is wrong
   */
  public Optional<Run> add(byte[] file, String by) {
    return turn.take(() -> keep(AnyFile.read(file, clock.instant()), by));
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
