package racecard.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import racecard.queue.Instants;
import racecard.queue.JobId;
import racecard.queue.JobQueue;
import racecard.queue.RunId;

/**
 * What was measured for a run as a whole, to and from files: without a lease, so never added to.
 */
public final class MeasuredStore {
  private static final String INSERT_GENERATION =
      """
      insert into generation (run_id, cell, number, job_id, fence, facts, started_at, finished_at)
      values (:run, :cell, :number, :job, :fence, :facts, :started_at, :finished_at)
      """;

  private static final String INSERT_OUTCOME =
      """
      insert into outcome (run_id, cell, job_id, leader, grade, summary, stored_at)
      values (:run, :cell, :job, :leader, :grade, :summary, :stored_at)
      """;

  private static final String INSERT_PROFILE =
      """
      insert into profile (run_id, cell, contender, job_id, taken_at, findings)
      values (:run, :cell, :contender, :job, :taken_at, :findings)
      """;

  private static final String OUTCOMES =
      """
      select cell, job_id, leader, grade, summary, stored_at
      from outcome
      where run_id = :run
      order by cell
      """;

  private final Jdbi jdbi;
  private final SampleStore samples;
  private final OutcomeStore outcomes;
  private final ProfileStore profiles;

  /** Reads the database behind {@code jdbi}. */
  public MeasuredStore(Jdbi jdbi, JobQueue queue) {
    this.jdbi = jdbi;
    this.samples = new SampleStore(jdbi, queue);
    this.outcomes = new OutcomeStore(jdbi, queue);
    this.profiles = new ProfileStore(jdbi, queue);
  }

  /** Everything of one run. */
  public Measured of(RunId run) {
    return new Measured(
        samples.generations(run),
        samples.of(run),
        new LatencyStore(jdbi).rows(run),
        outcomes.statuses(run),
        TimelineStore.of(jdbi, run),
        outcomes(run),
        profiles.of(run));
  }

  /**
   * Keeps everything for a run that has nothing yet, in the caller's transaction.
   *
   * @param jobs what each job is called here, by what {@code measured} calls it
   */
  public static void add(Handle handle, RunId run, Measured measured, Map<JobId, JobId> jobs) {
    measured.generations().forEach(one -> insert(handle, run, one, here(jobs, one.job())));
    SampleStore.insert(handle, run, measured.samples().stream().map(MeasuredStore::row).toList());
    for (Measured.OfGeneration one : measured.latencies()) {
      LatencyStore.keep(handle, run, one.generation(), List.of(one.latency()));
    }
    measured.statuses().forEach(one -> OutcomeStore.insert(handle, run, one));
    measured.timelines().forEach(one -> TimelineStore.replace(handle, run, one));
    measured.outcomes().forEach(one -> insert(handle, run, one, here(jobs, one.job())));
    measured.profiles().forEach(one -> insert(handle, run, one, here(jobs, one.job())));
  }

  private static JobId here(Map<JobId, JobId> jobs, JobId there) {
    JobId here = jobs.get(there);
    if (here == null) {
      throw new IllegalArgumentException("there is no job " + there.number());
    }
    return here;
  }

  /** That a generation never ended is written with the generation. */
  private static Sample row(Sample sample) {
    return sample.kind() == SampleKind.PARTIAL ? sample.as(SampleKind.MEASURED) : sample;
  }

  private static void insert(Handle handle, RunId run, Generation generation, JobId job) {
    handle
        .createUpdate(INSERT_GENERATION)
        .bind("run", run.number())
        .bind("cell", generation.cell())
        .bind("number", generation.number())
        .bind("job", job.number())
        .bind("fence", generation.fence())
        .bind("facts", generation.factsJson())
        .bind("started_at", Instants.row(generation.startedAt()))
        .bind("finished_at", Instants.row(generation.finishedAt()))
        .execute();
  }

  private static void insert(Handle handle, RunId run, Measured.CellOutcome kept, JobId job) {
    handle
        .createUpdate(INSERT_OUTCOME)
        .bind("run", run.number())
        .bind("cell", kept.outcome().cell())
        .bind("job", job.number())
        .bind("leader", kept.outcome().leader())
        .bind("grade", kept.outcome().grade())
        .bind("summary", kept.outcome().summaryJson())
        .bind("stored_at", Instants.row(kept.storedAt()))
        .execute();
  }

  private static void insert(Handle handle, RunId run, Profile profile, JobId job) {
    handle
        .createUpdate(INSERT_PROFILE)
        .bind("run", run.number())
        .bind("cell", profile.cell())
        .bind("contender", profile.contender())
        .bind("job", job.number())
        .bind("taken_at", Instants.row(profile.takenAt()))
        .bind("findings", profile.findings().json())
        .execute();
  }

  private List<Measured.CellOutcome> outcomes(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OUTCOMES)
            .bind("run", run.number())
            .map((row, context) -> outcome(row))
            .list());
  }

  private static Measured.CellOutcome outcome(ResultSet row) throws SQLException {
    return new Measured.CellOutcome(
        OutcomeStore.outcome(row), new JobId(row.getLong("job_id")), Instants.at(row, "stored_at"));
  }
}
