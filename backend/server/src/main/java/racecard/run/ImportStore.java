package racecard.run;

import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import racecard.queue.Engine;
import racecard.queue.EventLog;
import racecard.queue.RunId;

/** Makes runs of what was measured elsewhere; none of their jobs ever waits. */
public final class ImportStore {
  private static final String INSERT =
      """
      insert into run (public_id, experiment, workload, contenders, plan, label, tags, note,
        search_text, submitted_by, created_at, imported, levels)
      values (:public_id, :experiment, :workload, :contenders, :plan, :label, :tags, :note,
        :search_text, :submitted_by, :created_at, :imported, :levels)
      """;

  private final Jdbi jdbi;
  private final Engine engine;
  private final EventLog events;

  /** Keeps runs in the database behind {@code jdbi}. */
  public ImportStore(Jdbi jdbi, Engine engine) {
    this.jdbi = jdbi;
    this.engine = engine;
    this.events = new EventLog(jdbi);
  }

  /** Writes what belongs to a run, its jobs first, in the transaction that makes it. */
  @FunctionalInterface
  public interface Contents {
    /** Writes for {@code run}; an exception leaves no trace of it. */
    void write(Handle handle, RunId run);
  }

  /** Makes a run under a new public id, whole or not at all. */
  public Run add(Incoming incoming, Contents contents) {
    Run run =
        jdbi.inTransaction(handle -> {
          RunId id = insert(handle, incoming);
          events.open(handle, id);
          contents.write(handle, id);
          return RunStore.find(handle, id).orElseThrow();
        });
    engine.force(jdbi);
    return run;
  }

  private static RunId insert(Handle handle, Incoming incoming) {
    return new RunId(
        RunRows.bind(
                handle.createUpdate(INSERT),
                incoming.plan(),
                incoming.levels(),
                incoming.label(),
                incoming.tags(),
                incoming.note())
            .bind("submitted_by", incoming.submittedBy())
            .bind("created_at", incoming.createdAt().atOffset(ZoneOffset.UTC))
            .bind("imported", incoming.imported().json())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one());
  }
}
