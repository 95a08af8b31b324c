package racecard.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.instrument.Report;
import racecard.queue.Changes;
import racecard.queue.ClaimedJob;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.queue.JobQueue;
import racecard.queue.NewJob;
import racecard.queue.RunId;
import racecard.run.NewRun;
import racecard.run.RunStore;

/** Latency of submit and claim, and jobs per second beside db-scheduler on the same database. */
final class QueueBenchmark {
  private static final int JOBS = 2_000;
  private static final int PAIRS = 5;
  private static final int DEEP = 100_000;
  private static final int SUBMITS = 1_000;
  private static final Plan PLAN =
      new Plan(
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

  private final BenchmarkDatabase database;
  private final JobQueue queue;
  private final RunStore runs;

  private QueueBenchmark(BenchmarkDatabase database) {
    this.database = database;
    this.queue =
        new JobQueue(database.jdbi(), database.engine(), new Changes(), Duration.ofSeconds(30));
    this.runs = new RunStore(database.jdbi(), database.engine(), queue);
  }

  static void run() throws Exception {
    for (BenchmarkDatabase.Kind kind : BenchmarkDatabase.Kind.values()) {
      try (BenchmarkDatabase database = BenchmarkDatabase.open(kind)) {
        Report.heading("Queue on " + kind);
        new QueueBenchmark(database).measure();
      }
    }
  }

  private void measure() throws Exception {
    throughput(1);
    throughput(8);
    submitLatency();
    claimLatency();
  }

  /** Ours and theirs in turn, so that a slow minute of the machine meets both. */
  private void throughput(int threads) throws Exception {
    double[] ratios = new double[PAIRS];
    double[] ours = new double[PAIRS];
    double[] theirs = new double[PAIRS];
    DbScheduler other = new DbScheduler(database.source());
    drain(threads);
    other.jobsPerSecond(JOBS / 4, threads);
    for (int pair = 0; pair < PAIRS; pair++) {
      ours[pair] = drain(threads);
      theirs[pair] = other.jobsPerSecond(JOBS, threads);
      ratios[pair] = ours[pair] / theirs[pair];
    }
    Report.line(
        "claim + finish, %d %s: ours ÷ db-scheduler, median of %d pairs"
            .formatted(threads, threads == 1 ? "claimer" : "claimers", PAIRS),
        String.format(
            Locale.ROOT,
            "%.2f (%.0f against %.0f/s)",
            Report.median(ratios),
            Report.median(ours),
            Report.median(theirs)),
        ">= 1.0");
  }

  private double drain(int threads) throws Exception {
    for (int i = 0; i < JOBS; i++) {
      runs.submit(request());
    }
    try (ExecutorService claimers = Executors.newFixedThreadPool(threads)) {
      long begin = System.nanoTime();
      List<Future<Integer>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        // One measuring job per host: as many hosts as claimers, else they would only wait.
        String host = "host-" + i;
        done.add(claimers.submit(() -> claimUntilEmpty(host)));
      }
      int jobs = 0;
      for (Future<Integer> one : done) {
        jobs += one.get(120, TimeUnit.SECONDS);
      }
      if (jobs != JOBS) {
        throw new IllegalStateException("%d of %d jobs were done".formatted(jobs, JOBS));
      }
      return jobs / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private int claimUntilEmpty(String host) {
    int jobs = 0;
    int misses = 0;
    while (misses < 3) {
      Optional<ClaimedJob> job = queue.claim(host, host);
      if (job.isEmpty()) {
        misses++;
      } else {
        queue.finish(job.get().lease(), new JobEnd.Done(), InTransaction.NOTHING);
        jobs++;
        misses = 0;
      }
    }
    return jobs;
  }

  private void submitLatency() {
    long[] took = new long[SUBMITS];
    for (int i = 0; i < SUBMITS; i++) {
      long begin = System.nanoTime();
      runs.submit(request());
      took[i] = System.nanoTime() - begin;
    }
    claimUntilEmpty("host-0");
    latency("submit, forced to disk", took, "p99 < 10 ms");
  }

  private void claimLatency() {
    RunId run = runs.submit(request()).run().id();
    for (int part = 0; part < DEEP / 1_000; part++) {
      database.jdbi().useTransaction(handle -> fill(handle, run));
    }
    database.analyze();
    long[] took = new long[SUBMITS];
    for (int i = 0; i < SUBMITS; i++) {
      long begin = System.nanoTime();
      ClaimedJob job = queue.claim("host-0", "host-0").orElseThrow();
      took[i] = System.nanoTime() - begin;
      queue.finish(job.lease(), new JobEnd.Done(), InTransaction.NOTHING);
    }
    latency("claim with %,d queued".formatted(DEEP), took, "p99 < 5 ms");
  }

  private void fill(Handle handle, RunId run) {
    String plan = PlanJson.write(PLAN);
    for (int i = 0; i < 1_000; i++) {
      queue.enqueue(handle, new NewJob(run, 0, plan, 0, 0, null, "deep", 60_000));
    }
  }

  private static void latency(String what, long[] took, String reach) {
    Report.line(
        what,
        "p50 %s, p99 %s"
            .formatted(
                Report.ms(Report.percentile(took, 0.5)), Report.ms(Report.percentile(took, 0.99))),
        reach);
  }

  private static NewRun request() {
    return new NewRun(PLAN, "", List.of(), "", "benchmark", null, null, 60_000);
  }
}
