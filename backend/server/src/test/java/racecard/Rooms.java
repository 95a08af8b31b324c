package racecard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.queue.Changes;
import racecard.queue.Children;
import racecard.queue.Engine;
import racecard.queue.EventLog;
import racecard.queue.JobQueue;
import racecard.queue.Jobs;
import racecard.queue.NewJob;
import racecard.queue.Pause;
import racecard.queue.Rescue;
import racecard.queue.RunId;
import racecard.queue.WaitingLine;
import racecard.run.NewRun;
import racecard.run.Run;
import racecard.run.RunList;
import racecard.run.RunStore;
import racecard.run.ShareStore;
import racecard.sample.LatencyStore;
import racecard.sample.OutcomeStore;
import racecard.sample.ProfileStore;
import racecard.sample.SampleStore;
import racecard.sample.TimelineStore;

/** All rooms that keep something, on one test database, with what tests ask of them. */
public final class Rooms {
  /** How long leases last in tests. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  public final Jdbi jdbi;
  public final Changes changes = new Changes();
  public final JobQueue queue;
  public final Rescue rescue;
  public final Pause pause;
  public final WaitingLine line;
  public final Jobs jobs;
  public final Children children;
  public final EventLog events;
  public final RunStore runs;
  public final RunList list;
  public final ShareStore shares;
  public final SampleStore samples;
  public final LatencyStore latencies;
  public final TimelineStore timelines;
  public final OutcomeStore outcomes;
  public final ProfileStore profiles;

  private Rooms(Jdbi jdbi, Engine engine) {
    this.jdbi = jdbi;
    queue = new JobQueue(jdbi, engine, changes, LEASE);
    rescue = new Rescue(jdbi, changes);
    pause = new Pause(jdbi, engine, changes);
    line = new WaitingLine(jdbi, pause);
    jobs = new Jobs(jdbi);
    children = new Children(jdbi);
    events = new EventLog(jdbi);
    runs = new RunStore(jdbi, engine, queue);
    list = new RunList(jdbi);
    shares = new ShareStore(jdbi, engine);
    samples = new SampleStore(jdbi, queue);
    latencies = new LatencyStore(jdbi);
    timelines = new TimelineStore(jdbi, queue);
    outcomes = new OutcomeStore(jdbi, queue);
    profiles = new ProfileStore(jdbi, queue);
  }

  /** Rooms whose time the test moves, without a row left by another test. */
  public static Rooms steered(TestDatabase database) {
    database.clear();
    return new Rooms(database.steered(), database.engine());
  }

  /** Rooms whose time is the database's own, without a row left by another test. */
  public static Rooms real(TestDatabase database) {
    database.clear();
    return new Rooms(database.real(), database.engine());
  }

  /** Rooms as in production, whatever rows are there. */
  public static Rooms on(Database database) {
    return new Rooms(database.jdbi(), database.engine());
  }

  /** Submits a run of {@link #plan} without a label. */
  public Run submit() {
    return submit("", null);
  }

  /** Submits a run of {@link #plan}. */
  public Run submit(String label, @Nullable String submitKey) {
    return runs.submit(request(label, submitKey)).run();
  }

  /** A request for a run of {@link #plan}. */
  public static NewRun request(String label, @Nullable String submitKey) {
    return new NewRun(plan(), label, List.of(), "", "", submitKey, null, 60_000);
  }

  /** A small plan. */
  public static Plan plan() {
    return new Plan(
        Parameters.of(Workload.POWER, Map.of()),
        10,
        10,
        List.of(ContenderName.parse("jvm/sequential"), ContenderName.parse("jvm/threads")),
        null,
        Precision.QUICK,
        5,
        120,
        1,
        List.of());
  }

  /** Queues a further job of {@code run}, whatever the run's state. */
  public void enqueue(RunId run, int priority, @Nullable String wantedHost) {
    jdbi.useTransaction(handle ->
        queue.enqueue(handle, new NewJob(run, 0, "{}", 0, priority, wantedHost, "key", 60_000)));
    changes.tell();
  }
}
