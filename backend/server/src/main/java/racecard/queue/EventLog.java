package racecard.queue;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What happened to each run, appended in the transaction in which it happened. */
public final class EventLog {
  private static final String OPEN =
      """
      insert into event_head (run_id, last_id)
      values (:run, 0)
      """;

  // Raising the number locks the row until the commit: ids become visible in their order.
  private static final String RAISE =
      """
      update event_head
      set last_id = last_id + 1
      where run_id = :run
      """;

  private static final String APPEND =
      """
      insert into event (run_id, id, kind, data, at)
      select run_id, last_id, :kind, :data, <now>
      from event_head
      where run_id = :run
      """;

  private static final String AFTER =
      """
      select run_id, id, kind, data, at
      from event
      where run_id = :run and id > :after
      order by id
      fetch first :limit rows only
      """;

  private static final String LAST =
      """
      select last_id
      from event_head
      where run_id = :run
      """;

  private final Jdbi jdbi;

  /** Keeps events in the database behind {@code jdbi}. */
  public EventLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Makes room for a new run's events; its first event has id 1. */
  public void open(Handle handle, RunId run) {
    handle.createUpdate(OPEN).bind("run", run.number()).execute();
  }

  /** Appends an event, visible when {@code handle}'s transaction is committed. */
  public void append(Handle handle, RunId run, EventKind kind, String dataJson) {
    handle.createUpdate(RAISE).bind("run", run.number()).execute();
    handle
        .createUpdate(APPEND)
        .bind("run", run.number())
        .bind("kind", kind.id())
        .bind("data", dataJson)
        .execute();
  }

  /** The next events with ids above {@code after}, oldest first, at most {@code limit}. */
  public List<Event> after(RunId run, long after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(AFTER)
            .bind("run", run.number())
            .bind("after", after)
            .bind("limit", limit)
            .map((row, context) ->
                new Event(
                    new RunId(row.getLong("run_id")),
                    row.getLong("id"),
                    EventKind.of(row.getString("kind")),
                    row.getString("data"),
                    Instants.at(row, "at")))
            .list());
  }

  /** The id of the run's last event; 0 without any. */
  public long last(RunId run) {
    return jdbi.withHandle(handle ->
        handle.createQuery(LAST).bind("run", run.number()).mapTo(long.class).findOne().orElse(0L));
  }
}
