package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Jobs whole, as files keep them: read when they are final, and written as such. */
public final class PastJobs {
  private static final String OF_RUN =
      """
      select id, cell, plan, add_generations, duration_key, estimate_ms, state, priority,
        wanted_host, attempt, max_attempts, available_at, host, fence, cancel_requested_at,
        created_at, started_at, finished_at, failure_kind, failure_detail, progress
      from job
      where run_id = :run
      order by id
      """;

  private static final String INSERT_JOB =
      """
      insert into job (run_id, turn, cell, plan, add_generations, duration_key, estimate_ms, state,
        priority, wanted_host, attempt, max_attempts, available_at, host, fence,
        cancel_requested_at, created_at, started_at, finished_at, failure_kind, failure_detail,
        progress)
      values (:run, 0, :cell, :plan, :add_generations, :duration_key, :estimate_ms, :state,
        :priority, :wanted_host, :attempt, :max_attempts, :available_at, :host, :fence,
        :cancel_requested_at, :created_at, :started_at, :finished_at, :failure_kind,
        :failure_detail, :progress)
      """;

  private static final String INSERT_ATTEMPT =
      """
      insert into attempt (job_id, fence, number, owner, host, started_at, ended_at, ending,
        failure_kind, failure_detail)
      values (:job, :fence, :number, :owner, :host, :started_at, :ended_at, :ending,
        :failure_kind, :failure_detail)
      """;

  private final Jdbi jdbi;

  /** Reads the database behind {@code jdbi}. */
  public PastJobs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All jobs of a run, oldest first, those that are not final included. */
  public List<PastJob> of(RunId run) {
    Map<JobId, List<Attempt>> attempts =
        new Jobs(jdbi).attempts(run).stream().collect(Collectors.groupingBy(Attempt::job));
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OF_RUN)
            .bind("run", run.number())
            .map((row, context) -> job(row, attempts))
            .list());
  }

  /**
   * Adds final jobs with their attempts to {@code run}, and gives what each is called here by what
   * it was called there.
   */
  public static Map<JobId, JobId> add(Handle handle, RunId run, List<PastJob> jobs) {
    Map<JobId, JobId> here = new HashMap<>();
    for (PastJob job : jobs) {
      if (!job.state().isFinal()) {
        throw new IllegalArgumentException("a job that was measured elsewhere is final");
      }
      JobId id = insert(handle, run, job);
      job.attempts().forEach(attempt -> insert(handle, id, attempt));
      here.put(job.id(), id);
    }
    return here;
  }

  private static JobId insert(Handle handle, RunId run, PastJob job) {
    return new JobId(
        failure(handle.createUpdate(INSERT_JOB), job.failureKind(), job.failureDetail())
            .bind("run", run.number())
            .bind("cell", job.cell())
            .bind("plan", job.planJson())
            .bind("add_generations", job.addGenerations())
            .bind("duration_key", job.durationKey())
            .bind("estimate_ms", job.estimateMs())
            .bind("state", job.state().id())
            .bind("priority", job.priority())
            .bind("wanted_host", job.wantedHost())
            .bind("attempt", job.attempt())
            .bind("max_attempts", job.maxAttempts())
            .bind("available_at", Instants.row(job.availableAt()))
            .bind("host", job.host())
            .bind("fence", job.fence())
            .bind("cancel_requested_at", Instants.row(job.cancelRequestedAt()))
            .bind("created_at", Instants.row(job.createdAt()))
            .bind("started_at", Instants.row(job.startedAt()))
            .bind("finished_at", Instants.row(job.finishedAt()))
            .bind("progress", job.progressJson())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one());
  }

  private static void insert(Handle handle, JobId job, Attempt attempt) {
    AttemptEnding ending = attempt.ending();
    failure(handle.createUpdate(INSERT_ATTEMPT), attempt.failureKind(), attempt.failureDetail())
        .bind("job", job.number())
        .bind("fence", attempt.fence())
        .bind("number", attempt.number())
        .bind("owner", attempt.owner())
        .bind("host", attempt.host())
        .bind("started_at", Instants.row(attempt.startedAt()))
        .bind("ended_at", Instants.row(attempt.endedAt()))
        .bind("ending", ending == null ? null : ending.id())
        .execute();
  }

  private static Update failure(
      Update insert, @Nullable FailureKind kind, @Nullable String detail) {
    return insert
        .bind("failure_kind", kind == null ? null : kind.name())
        .bind("failure_detail", detail);
  }

  private static PastJob job(ResultSet row, Map<JobId, List<Attempt>> attempts)
      throws SQLException {
    JobId id = new JobId(row.getLong("id"));
    return new PastJob(
        id,
        row.getInt("cell"),
        row.getString("plan"),
        row.getInt("add_generations"),
        row.getString("duration_key"),
        row.getLong("estimate_ms"),
        JobState.of(row.getString("state")),
        row.getInt("priority"),
        row.getString("wanted_host"),
        row.getInt("attempt"),
        row.getInt("max_attempts"),
        Instants.at(row, "available_at"),
        row.getString("host"),
        row.getLong("fence"),
        Instants.maybe(row, "cancel_requested_at"),
        Instants.at(row, "created_at"),
        Instants.maybe(row, "started_at"),
        Instants.maybe(row, "finished_at"),
        Jobs.kind(row),
        row.getString("failure_detail"),
        row.getString("progress"),
        attempts.getOrDefault(id, List.of()));
  }
}
