package racecard.queue;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** Remembers how long the last job of each kind took. */
final class Durations {
  // A job that was tried, lost or handed back before took longer or shorter than one at rest.
  private static final String REPLACE =
      """
      update duration
      set took_ms = (
        select cast(extract(epoch from (job.finished_at - job.started_at)) * 1000 as bigint)
        from job
        where job.id = :id)
      where duration_key = (select job.duration_key from job where job.id = :id)
      """;

  private static final String INSERT =
      """
      insert into duration (duration_key, took_ms)
      select duration_key, cast(extract(epoch from (finished_at - started_at)) * 1000 as bigint)
      from job
      where id = :id
      """;

  private final Jdbi jdbi;

  Durations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Remembers a job that is done in {@code handle}'s transaction; false for the first of a kind.
   */
  static boolean replace(Handle handle, JobId done) {
    return bind(handle.createUpdate(REPLACE), done).execute() == 1;
  }

  /** Remembers the first of a kind, in a transaction of its own: another may be first meanwhile. */
  void insert(JobId done) {
    try {
      jdbi.useTransaction(handle -> bind(handle.createUpdate(INSERT), done).execute());
    } catch (JdbiException failure) {
      if (!Conflict.unique(failure) && !Conflict.busy(failure)) {
        throw failure;
      }
    }
  }

  private static Update bind(Update update, JobId done) {
    return update.bind("id", done.number());
  }
}
