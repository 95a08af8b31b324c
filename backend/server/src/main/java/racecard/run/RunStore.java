package racecard.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.Conflict;
import racecard.queue.Engine;
import racecard.queue.EventLog;
import racecard.queue.JobId;
import racecard.queue.JobQueue;
import racecard.queue.NewJob;
import racecard.queue.RunId;

/** The run table: makes runs with their jobs, finds them, deletes them whole. */
public final class RunStore {
  private static final String INSERT =
      """
      insert into run (public_id, experiment, workload, contenders, plan, label, tags, note,
        search_text, submitted_by, submit_key, levels, created_at)
      values (:public_id, :experiment, :workload, :contenders, :plan, :label, :tags, :note,
        :search_text, :submitted_by, :submit_key, :levels, <now>)
      """;

  private static final String BY_PUBLIC_ID =
      """
      select <columns>, <state> as state
      from run
      where run.public_id = :public_id
      """;

  private static final String BY_ID =
      """
      select <columns>, <state> as state
      from run
      where run.id = :id
      """;

  private static final String BY_SUBMIT_KEY =
      """
      select <columns>, <state> as state
      from run
      where run.submit_key = :submit_key
      """;

  // The lock keeps two people from measuring more, or deleting, at once.
  private static final String LOCK =
      """
      select id
      from run
      where public_id = :public_id
      for update
      """;

  private static final String WANTED_HOST =
      """
      select job.wanted_host
      from job
      where job.id = (select min(first_job.id) from job first_job where first_job.run_id = :run)
      """;

  private static final String DELETE =
      """
      delete from run
      where id = :id
      """;

  private final Jdbi jdbi;
  private final Engine engine;
  private final JobQueue queue;
  private final EventLog events;

  /** Keeps runs in the database behind {@code jdbi} and queues their jobs in {@code queue}. */
  public RunStore(Jdbi jdbi, Engine engine, JobQueue queue) {
    this.jdbi = jdbi;
    this.engine = engine;
    this.queue = queue;
    this.events = new EventLog(jdbi);
  }

  /** Makes a run that waits; when this returns, a loss of power does not lose it. */
  public Submission submit(NewRun request) {
    Submission submission =
        submittedBefore(request.submitKey())
            .<Submission>map(Submission.AlreadySubmitted::new)
            .orElseGet(() -> submitNew(request));
    engine.force(jdbi);
    queue.changes().tell();
    return submission;
  }

  /** The run with this public id. */
  public Optional<Run> find(String publicId) {
    return jdbi.withHandle(handle ->
        RunRows.query(handle, BY_PUBLIC_ID)
            .bind("public_id", publicId)
            .map((row, context) -> RunRows.of(row))
            .findOne());
  }

  /** The run with this number. */
  public Optional<Run> find(RunId id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  /**
   * Queues a further job that adds {@code generations} to the first cell of a final run.
   *
   * @param estimateMs how long they are expected to take
   */
  public MoreMeasured measureMore(String publicId, int generations, long estimateMs) {
    return measureMore(publicId, new MoreAsked(0, generations, List.of(), estimateMs));
  }

  /** The same for any cell, for some of its contenders alone, or to profile them. */
  public MoreMeasured measureMore(String publicId, MoreAsked asked) {
    MoreMeasured more =
        jdbi.inTransaction(handle ->
            lock(handle, publicId)
                .map(run -> measureMore(handle, run, asked))
                .orElseGet(MoreMeasured.Unknown::new));
    engine.force(jdbi);
    queue.changes().tell();
    return more;
  }

  /** Deletes a final run with everything that belongs to it. */
  public Deletion delete(String publicId) {
    Deletion deletion =
        jdbi.inTransaction(handle ->
            lock(handle, publicId).map(run -> delete(handle, run)).orElse(Deletion.UNKNOWN));
    queue.changes().tell();
    return deletion;
  }

  private Submission submitNew(NewRun request) {
    try {
      return new Submission.Submitted(jdbi.inTransaction(handle -> insert(handle, request)));
    } catch (JdbiException failure) {
      if (!Conflict.unique(failure)) {
        throw failure;
      }
      return submittedBefore(request.submitKey())
          .map(Submission.AlreadySubmitted::new)
          .orElseThrow(() -> failure);
    }
  }

  private Optional<Run> submittedBefore(@Nullable String submitKey) {
    if (submitKey == null) {
      return Optional.empty();
    }
    return jdbi.withHandle(handle ->
        RunRows.query(handle, BY_SUBMIT_KEY)
            .bind("submit_key", submitKey)
            .map((row, context) -> RunRows.of(row))
            .findOne());
  }

  private Run insert(Handle handle, NewRun request) {
    RunId id = insertRow(handle, request);
    events.open(handle, id);
    List<Plan> cells = request.levels().cells(request.plan());
    queue.enqueue(
        handle,
        IntStream.range(0, cells.size())
            .mapToObj(cell -> job(id, cell, cells.get(cell), request))
            .toList());
    return find(handle, id).orElseThrow();
  }

  private static NewJob job(RunId run, int cell, Plan plan, NewRun request) {
    return new NewJob(
        run,
        cell,
        PlanJson.write(plan),
        0,
        0,
        request.wantedHost(),
        Experiment.durationKey(plan, 0),
        request.estimatesMs().get(cell));
  }

  private static RunId insertRow(Handle handle, NewRun request) {
    return new RunId(
        RunRows.bind(
                handle.createUpdate(INSERT),
                request.plan(),
                request.levels(),
                request.label(),
                request.tags(),
                request.note())
            .bind("submitted_by", request.submittedBy())
            .bind("submit_key", request.submitKey())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one());
  }

  static Optional<Run> find(Handle handle, RunId id) {
    return RunRows.query(handle, BY_ID)
        .bind("id", id.number())
        .map((row, context) -> RunRows.of(row))
        .findOne();
  }

  private static Optional<Run> lock(Handle handle, String publicId) {
    return handle
        .createQuery(LOCK)
        .bind("public_id", publicId)
        .mapTo(long.class)
        .findOne()
        .flatMap(id -> find(handle, new RunId(id)));
  }

  private MoreMeasured measureMore(Handle handle, Run run, MoreAsked asked) {
    if (!run.state().isFinal()) {
      return new MoreMeasured.NotFinal();
    }
    if (run.imported() != null) {
      return new MoreMeasured.Elsewhere();
    }
    if (asked.generations() == 0 && run.state() != RunState.DONE) {
      return new MoreMeasured.NotMeasured();
    }
    Plan plan = asked.plan(run.cells().get(asked.cell()));
    JobId job =
        queue.enqueue(
            handle,
            new NewJob(
                run.id(),
                asked.cell(),
                PlanJson.write(plan),
                asked.generations(),
                0,
                wantedHost(handle, run.id()),
                Experiment.durationKey(plan, asked.generations()),
                asked.estimateMs()));
    return new MoreMeasured.Queued(job);
  }

  private static Deletion delete(Handle handle, Run run) {
    if (!run.state().isFinal()) {
      return Deletion.NOT_FINAL;
    }
    handle.createUpdate(DELETE).bind("id", run.id().number()).execute();
    return Deletion.DELETED;
  }

  private static @Nullable String wantedHost(Handle handle, RunId run) {
    return handle
        .createQuery(WANTED_HOST)
        .bind("run", run.number())
        .map((row, context) -> Optional.ofNullable(row.getString("wanted_host")))
        .one()
        .orElse(null);
  }
}
