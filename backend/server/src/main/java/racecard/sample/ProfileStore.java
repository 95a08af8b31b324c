package racecard.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import racecard.queue.EventKind;
import racecard.queue.EventLog;
import racecard.queue.Held;
import racecard.queue.Instants;
import racecard.queue.JobId;
import racecard.queue.JobQueue;
import racecard.queue.Lease;
import racecard.queue.RunId;

/** What profilers saw, the latest of each contender. */
public final class ProfileStore {
  private static final String REMOVE =
      """
      delete from profile
      where run_id = :run and cell = :cell and contender = :contender
      """;

  private static final String KEEP =
      """
      insert into profile (run_id, cell, contender, job_id, taken_at, findings)
      values (:run, :cell, :contender, :job, <now>, :findings)
      """;

  private static final String OF_RUN =
      """
      select cell, contender, job_id, taken_at, findings
      from profile
      where run_id = :run and (cast(:cell as integer) is null or cell = :cell)
      order by cell, contender
      """;

  private final Jdbi jdbi;
  private final JobQueue queue;
  private final EventLog events;

  /** Keeps profiles in the database behind {@code jdbi}, under the leases of {@code queue}. */
  public ProfileStore(Jdbi jdbi, JobQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
    this.events = new EventLog(jdbi);
  }

  /** Keeps what was found of a contender of the job's cell instead of what was before. */
  public Kept keep(Lease lease, String contender, Findings findings) {
    Kept kept =
        jdbi.inTransaction(handle ->
            queue
                .hold(handle, lease)
                .map(job -> {
                  replace(handle, job, lease, contender, findings);
                  return Kept.KEPT;
                })
                .orElse(Kept.NOT_OURS));
    queue.changes().tell();
    return kept;
  }

  /** The profiles of one cell, by contender. */
  public List<Profile> of(RunId run, int cell) {
    return rows(run, cell);
  }

  /** The profiles of all cells, by cell and contender. */
  List<Profile> of(RunId run) {
    return rows(run, null);
  }

  private void replace(Handle handle, Held job, Lease lease, String contender, Findings findings) {
    handle
        .createUpdate(REMOVE)
        .bind("run", job.run().number())
        .bind("cell", job.cell())
        .bind("contender", contender)
        .execute();
    handle
        .createUpdate(KEEP)
        .bind("run", job.run().number())
        .bind("cell", job.cell())
        .bind("contender", contender)
        .bind("job", lease.job().number())
        .bind("findings", findings.json())
        .execute();
    events.append(handle, job.run(), EventKind.CONTENDER, "{\"cell\":%d}".formatted(job.cell()));
  }

  private List<Profile> rows(RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OF_RUN)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) -> profile(row))
            .list());
  }

  private static Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        row.getInt("cell"),
        row.getString("contender"),
        new JobId(row.getLong("job_id")),
        Instants.at(row, "taken_at"),
        Findings.read(row.getString("findings")));
  }
}
