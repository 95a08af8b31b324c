package racecard.queue;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;

/** The processes that attempts started, so that none outlives its worker unseen. */
public final class Children {
  private static final String STARTED =
      """
      insert into child (job_id, fence, pid, process_started)
      values (:id, :fence, :pid, :started)
      """;

  private static final String ENDED =
      """
      delete from child
      where job_id = :id and fence = :fence and pid = :pid and process_started = :started
      """;

  private static final String LEFT =
      """
      select child.pid, child.process_started
      from child
      join attempt on attempt.job_id = child.job_id and attempt.fence = child.fence
      where attempt.host = :host and attempt.owner <> :owner
      order by child.pid
      """;

  private static final String FORGET =
      """
      delete from child
      where exists (
        select 1
        from attempt
        where attempt.job_id = child.job_id and attempt.fence = child.fence
          and attempt.host = :host and attempt.owner <> :owner)
      """;

  private final Jdbi jdbi;

  /** Keeps children in the database behind {@code jdbi}. */
  public Children(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Notes a process right after its start; also when the lease was lost meanwhile. Noting it again,
   * because only the answer was lost, changes nothing.
   */
  public void started(Lease lease, Child child) {
    try {
      jdbi.useHandle(handle -> bind(handle.createUpdate(STARTED), lease, child).execute());
    } catch (JdbiException failure) {
      if (!Conflict.unique(failure)) {
        throw failure;
      }
    }
  }

  /** Strikes out a process that has ended. */
  public void ended(Lease lease, Child child) {
    jdbi.useHandle(handle -> bind(handle.createUpdate(ENDED), lease, child).execute());
  }

  private static Update bind(Update statement, Lease lease, Child child) {
    return Settlement.bindAttempt(statement, lease)
        .bind("pid", child.pid())
        .bind("started", child.started());
  }

  /** What other owners started on {@code host} and never struck out. */
  public List<Child> left(String host, String owner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LEFT)
            .bind("host", host)
            .bind("owner", owner)
            .map((row, context) -> new Child(row.getLong("pid"), row.getString("process_started")))
            .list());
  }

  /** Strikes out what {@link #left} named, once it is known to be gone. */
  public void forget(String host, String owner) {
    jdbi.useHandle(
        handle -> handle.createUpdate(FORGET).bind("host", host).bind("owner", owner).execute());
  }
}
