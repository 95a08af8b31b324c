package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Jobs and their attempts, for pages to read. */
public final class Jobs {
  private static final String SELECT =
      """
      select job.id, job.run_id, job.cell, job.add_generations, job.state, job.priority,
        job.wanted_host, job.attempt, job.max_attempts,
        coalesce(duration.took_ms, job.estimate_ms) as expected_ms, job.host,
        job.available_at, job.cancel_requested_at, job.created_at, job.started_at,
        attempt.started_at as attempt_started_at, job.finished_at, job.failure_kind,
        job.failure_detail, job.progress
      from job
      left join attempt on attempt.job_id = job.id and attempt.fence = job.fence
        and attempt.ended_at is null
      left join duration on duration.duration_key = job.duration_key
      <which>
      """;

  private static final String OF_RUN =
      """
      where job.run_id = :run
      order by job.cell, job.id
      """;

  private static final String RUNNING =
      """
      where job.state = 'running'
      order by job.id
      """;

  private static final String WAITING =
      """
      where job.state = 'queued'
      order by job.state, job.priority desc, job.turn, job.id
      fetch first :limit rows only
      """;

  // Each state by itself and in the index's own order: else all that ever ended is sorted.
  private static final String FINISHED =
      """
      where job.id in (
        select ended.id
        from (
          (select id from job where state = 'done'
            order by state desc, finished_at desc fetch first :limit rows only)
          union all
          (select id from job where state = 'failed'
            order by state desc, finished_at desc fetch first :limit rows only)
          union all
          (select id from job where state = 'cancelled'
            order by state desc, finished_at desc fetch first :limit rows only)
        ) ended)
      order by job.finished_at desc, job.id desc
      fetch first :limit rows only
      """;

  private static final String ATTEMPTS =
      """
      select attempt.job_id, attempt.fence, attempt.number, attempt.owner, attempt.host,
        attempt.started_at, attempt.ended_at, attempt.ending, attempt.failure_kind,
        attempt.failure_detail
      from attempt
      join job on job.id = attempt.job_id
      where job.run_id = :run
      order by attempt.job_id, attempt.fence
      """;

  private static final String HOSTS =
      """
      select run_id, host
      from job
      where run_id in (<runs>) and host is not null
        and (add_generations > 0 or id = (
          select min(first_job.id) from job first_job
          where first_job.run_id = job.run_id and first_job.cell = job.cell))
      order by id
      """;

  private static final String QUEUED =
      """
      select count(distinct turn)
      from job
      where state = 'queued'
        and turn not in (select busy.turn from job busy where busy.state = 'running')
      """;

  private static final String COUNTS =
      """
      select state, count(*) as jobs
      from job
      group by state
      """;

  private final Jdbi jdbi;

  /** Reads the database behind {@code jdbi}. */
  public Jobs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All jobs of a run, by cell and then oldest first. */
  public List<Job> ofRun(RunId run) {
    return jdbi.withHandle(handle -> list(select(handle, OF_RUN).bind("run", run.number())));
  }

  /** What runs now, on any host. */
  public List<Job> running() {
    return jdbi.withHandle(handle -> list(select(handle, RUNNING)));
  }

  /** What waits, next first, at most {@code limit}. */
  public List<Job> waiting(int limit) {
    return jdbi.withHandle(handle -> list(select(handle, WAITING).bind("limit", limit)));
  }

  /** What became final, latest first, at most {@code limit}. */
  public List<Job> finished(int limit) {
    return jdbi.withHandle(handle -> list(select(handle, FINISHED).bind("limit", limit)));
  }

  /** Every claim of a run's jobs, oldest first within each job. */
  public List<Attempt> attempts(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ATTEMPTS)
            .bind("run", run.number())
            .map((row, context) -> attempt(row))
            .list());
  }

  /** Where each of these runs is or was last measured; runs that never were are not in it. */
  public Map<RunId, String> hosts(List<RunId> runs) {
    Map<RunId, String> hosts = new HashMap<>();
    if (!runs.isEmpty()) {
      jdbi.useHandle(handle ->
          handle
              .createQuery(HOSTS)
              .bindList("runs", runs.stream().map(RunId::number).toList())
              .map((row, context) ->
                  Map.entry(new RunId(row.getLong("run_id")), row.getString("host")))
              .forEach(host -> hosts.put(host.getKey(), host.getValue())));
    }
    return hosts;
  }

  /** How many turns wait; quick, however many there were. */
  public long queued() {
    return jdbi.withHandle(handle -> handle.createQuery(QUEUED).mapTo(long.class).one());
  }

  /** How many jobs stand in each state; states without jobs are there with 0. */
  public Map<JobState, Long> counts() {
    Map<JobState, Long> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0L);
    }
    jdbi.useHandle(handle ->
        handle
            .createQuery(COUNTS)
            .map((row, context) ->
                Map.entry(JobState.of(row.getString("state")), row.getLong("jobs")))
            .forEach(count -> counts.put(count.getKey(), count.getValue())));
    return counts;
  }

  private static Query select(Handle handle, String which) {
    return handle.createQuery(SELECT).define("which", which);
  }

  private static List<Job> list(Query query) {
    return query.map((row, context) -> job(row)).list();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        new JobId(row.getLong("id")),
        new RunId(row.getLong("run_id")),
        row.getInt("cell"),
        row.getInt("add_generations"),
        JobState.of(row.getString("state")),
        row.getInt("priority"),
        row.getString("wanted_host"),
        row.getInt("attempt"),
        row.getInt("max_attempts"),
        row.getLong("expected_ms"),
        row.getString("host"),
        Instants.at(row, "available_at"),
        Instants.maybe(row, "cancel_requested_at"),
        Instants.at(row, "created_at"),
        Instants.maybe(row, "started_at"),
        Instants.maybe(row, "attempt_started_at"),
        Instants.maybe(row, "finished_at"),
        kind(row),
        row.getString("failure_detail"),
        row.getString("progress"));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    return new Attempt(
        new JobId(row.getLong("job_id")),
        row.getLong("fence"),
        row.getInt("number"),
        row.getString("owner"),
        row.getString("host"),
        Instants.at(row, "started_at"),
        Instants.maybe(row, "ended_at"),
        ending == null ? null : AttemptEnding.of(ending),
        kind(row),
        row.getString("failure_detail"));
  }

  static @Nullable FailureKind kind(ResultSet row) throws SQLException {
    String kind = row.getString("failure_kind");
    return kind == null ? null : FailureKind.valueOf(kind);
  }
}
