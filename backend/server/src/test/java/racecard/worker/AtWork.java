package racecard.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.host.HostFacts;
import racecard.host.HostStore;
import racecard.queue.Job;
import racecard.queue.RunId;
import racecard.run.NewRun;
import racecard.run.Run;
import racecard.runner.Installation;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Assessment;

/** A worker with real children on a real database, and what tests ask of both. */
final class AtWork implements AutoCloseable {
  static final Installation INSTALLATION =
      new Installation(
          Path.of(System.getProperty("java.home"), "bin", "java"), Path.of("target", "children"));

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final Rooms rooms;
  final HostStore hosts;
  final String owner = "worker-" + NUMBER.incrementAndGet();
  final Worker worker;

  private AtWork(Rooms rooms, Installation installation) {
    this.rooms = rooms;
    this.hosts = new HostStore(rooms.jdbi);
    this.worker = new Worker(stores(rooms), installation, owner, "test");
    worker.start();
  }

  /** What a worker writes into. */
  static Stores stores(Rooms rooms) {
    return new Stores(
        rooms.queue,
        rooms.rescue,
        rooms.children,
        new HostStore(rooms.jdbi),
        rooms.samples,
        rooms.timelines,
        rooms.outcomes,
        rooms.profiles);
  }

  static AtWork on(TestDatabase database) {
    return on(database, INSTALLATION);
  }

  static AtWork on(TestDatabase database, Installation installation) {
    return new AtWork(Rooms.real(database), installation);
  }

  /** Another worker on what is there. */
  AtWork next() {
    return new AtWork(rooms, INSTALLATION);
  }

  static String host() {
    return HostFacts.read().name();
  }

  static Plan plan(Workload workload, Map<String, Long> params, int tasks, String... contenders) {
    return new Plan(
        Parameters.of(workload, params),
        tasks,
        tasks,
        Stream.of(contenders).map(ContenderName::parse).toList(),
        null,
        Precision.QUICK,
        5,
        120,
        7,
        List.of());
  }

  Run submit(Plan plan) {
    return rooms.runs.submit(new NewRun(plan, "", List.of(), "", "", null, null, 60_000)).run();
  }

  /** The last job of a run, once it is final. */
  Job end(Run run) {
    until("the job to end", () -> job(run).state().isFinal());
    return job(run);
  }

  Job job(Run run) {
    return rooms.jobs.ofRun(run.id()).getLast();
  }

  /** Waits for something that this process tells of, or fails. */
  void until(String what, BooleanSupplier happened) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      long seen = rooms.changes.count();
      if (happened.getAsBoolean()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what);
      }
      try {
        rooms.changes.await(seen, Duration.ofMillis(100));
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }

  /** Waits until the run has so many complete generations. */
  void untilGenerations(Run run, int complete) {
    until(
        complete + " generations",
        () -> generations(run).stream().filter(Generation::complete).count() >= complete);
  }

  List<Generation> generations(Run run) {
    return rooms.samples.generations(run.id());
  }

  List<Sample> measured(Run run) {
    return samples(run.id(), SampleKind.MEASURED);
  }

  List<Sample> samples(RunId run, SampleKind kind) {
    return rooms.samples.of(run).stream().filter(sample -> sample.kind() == kind).toList();
  }

  Assessment assessment(Run run) {
    return rooms.outcomes.of(run.id()).getFirst().assessment();
  }

  ContenderStatus status(Run run, String contender) {
    return rooms.outcomes.statuses(run.id()).stream()
        .filter(status -> status.contender().equals(contender))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    worker.close();
  }
}
