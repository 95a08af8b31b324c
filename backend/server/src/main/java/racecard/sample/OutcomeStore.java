package racecard.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import racecard.queue.EventKind;
import racecard.queue.EventLog;
import racecard.queue.Held;
import racecard.queue.InTransaction;
import racecard.queue.JobQueue;
import racecard.queue.Lease;
import racecard.queue.RunId;

/** What became of each contender, and what each cell came to. */
public final class OutcomeStore {
  private static final String REMOVE_STATUS =
      """
      delete from contender_status
      where run_id = :run and cell = :cell and contender = :contender
      """;

  private static final String INSERT_STATUS =
      """
      insert into contender_status (run_id, cell, contender, status, reason, remedy,
        effective_in_flight, setup_ns, cold_ns, facts)
      values (:run, :cell, :contender, :status, :reason, :remedy,
        :effective_in_flight, :setup_ns, :cold_ns, :facts)
      """;

  private static final String STATUSES =
      """
      select cell, contender, status, reason, remedy, effective_in_flight, setup_ns, cold_ns, facts
      from contender_status
      where run_id = :run and (cast(:cell as integer) is null or cell = :cell)
      order by cell, contender
      """;

  private static final String REMOVE =
      """
      delete from outcome
      where run_id = :run and cell = :cell
      """;

  private static final String INSERT =
      """
      insert into outcome (run_id, cell, job_id, leader, grade, summary, stored_at)
      values (:run, :cell, :job, :leader, :grade, :summary, <now>)
      """;

  private static final String OUTCOMES =
      """
      select run_id, cell, leader, grade, summary
      from outcome
      where run_id in (<runs>)
      order by run_id, cell
      """;

  private static final String OUTCOME =
      """
      select run_id, cell, leader, grade, summary
      from outcome
      where run_id = :run and cell = :cell
      """;

  private final Jdbi jdbi;
  private final JobQueue queue;
  private final EventLog events;

  /** Keeps outcomes in the database behind {@code jdbi}, under the leases of {@code queue}. */
  public OutcomeStore(Jdbi jdbi, JobQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
    this.events = new EventLog(jdbi);
  }

  /** Keeps what became of a contender instead of what was kept before. */
  public Kept keep(Lease lease, ContenderStatus status) {
    Kept kept =
        jdbi.inTransaction(handle ->
            queue
                .hold(handle, lease)
                .map(job -> {
                  replace(handle, job, status);
                  return Kept.KEPT;
                })
                .orElse(Kept.NOT_OURS));
    queue.changes().tell();
    return kept;
  }

  /** Keeps a provisional outcome of the cell while its job runs. */
  public Kept keep(Lease lease, Outcome outcome) {
    Kept kept =
        jdbi.inTransaction(handle ->
            queue
                .hold(handle, lease)
                .map(job -> {
                  replace(handle, job.run(), lease, outcome);
                  events.append(handle, job.run(), EventKind.ANSWER, cell(job.cell()));
                  return Kept.KEPT;
                })
                .orElse(Kept.NOT_OURS));
    queue.changes().tell();
    return kept;
  }

  /** What {@link JobQueue#finish} writes along: the cell's outcome, instead of any before. */
  public InTransaction finishing(RunId run, Lease lease, Outcome outcome) {
    return handle -> replace(handle, run, lease, outcome);
  }

  /** What became of a run's contenders so far, by cell and contender. */
  public List<ContenderStatus> statuses(RunId run) {
    return statuses(run, null);
  }

  /** What became of the contenders of one cell so far, or of all without one. */
  public List<ContenderStatus> statuses(RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(STATUSES)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) -> status(row))
            .list());
  }

  /** What a run's cells came to so far, by cell. */
  public List<Outcome> of(RunId run) {
    return of(List.of(run)).getOrDefault(run, List.of());
  }

  /** What one cell came to so far; empty before its first outcome. */
  public Optional<Outcome> of(RunId run, int cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OUTCOME)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) -> outcome(row))
            .findOne());
  }

  /** What the cells of many runs came to; runs without an outcome are not in it. */
  public Map<RunId, List<Outcome>> of(List<RunId> runs) {
    if (runs.isEmpty()) {
      return Map.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OUTCOMES)
            .bindList("runs", runs.stream().map(RunId::number).toList())
            .map((row, context) -> Map.entry(new RunId(row.getLong("run_id")), outcome(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  private void replace(Handle handle, Held job, ContenderStatus status) {
    handle
        .createUpdate(REMOVE_STATUS)
        .bind("run", job.run().number())
        .bind("cell", status.cell())
        .bind("contender", status.contender())
        .execute();
    insert(handle, job.run(), status);
    events.append(handle, job.run(), EventKind.CONTENDER, cell(job.cell()));
  }

  static void insert(Handle handle, RunId run, ContenderStatus status) {
    handle
        .createUpdate(INSERT_STATUS)
        .bind("run", run.number())
        .bind("cell", status.cell())
        .bind("contender", status.contender())
        .bind("status", status.status().id())
        .bind("reason", status.reason())
        .bind("remedy", status.remedy())
        .bind("effective_in_flight", status.effectiveInFlight())
        .bind("setup_ns", status.setupNs())
        .bind("cold_ns", status.coldNs())
        .bind("facts", status.factsJson())
        .execute();
  }

  private static void replace(Handle handle, RunId run, Lease lease, Outcome outcome) {
    handle.createUpdate(REMOVE).bind("run", run.number()).bind("cell", outcome.cell()).execute();
    handle
        .createUpdate(INSERT)
        .bind("run", run.number())
        .bind("cell", outcome.cell())
        .bind("job", lease.job().number())
        .bind("leader", outcome.leader())
        .bind("grade", outcome.grade())
        .bind("summary", outcome.summaryJson())
        .execute();
  }

  private static String cell(int cell) {
    return "{\"cell\":%d}".formatted(cell);
  }

  private static ContenderStatus status(ResultSet row) throws SQLException {
    return new ContenderStatus(
        row.getInt("cell"),
        row.getString("contender"),
        Status.of(row.getString("status")),
        row.getString("reason"),
        row.getString("remedy"),
        row.getObject("effective_in_flight", Integer.class),
        SampleRows.maybe(row, "setup_ns"),
        SampleRows.maybe(row, "cold_ns"),
        row.getString("facts"));
  }

  static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        row.getInt("cell"),
        row.getString("leader"),
        row.getString("grade"),
        row.getString("summary"));
  }
}
