package racecard.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import racecard.catalog.ContenderName;
import racecard.host.Marker;
import racecard.instrument.Report;
import racecard.runner.ChildFailed;
import racecard.runner.Installation;
import racecard.runner.Origin;
import racecard.runner.OriginSetting;
import racecard.runner.Prepared;
import racecard.runner.Runner;
import racecard.runner.Work;

/** The measured children alone: how near they come to what physics allows, and what they cost. */
final class RunnerBenchmark {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Marker MARKER = Marker.of("runner-benchmark");
  private static final List<String> CONCURRENT =
      List.of("threads", "thread-pool", "virtual-threads", "event-loop", "process-pool");
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Installation installation =
      new Installation(
          Path.of(System.getProperty("java.home"), "bin", "java"),
          Path.of("backend/server/target/children"));

  private RunnerBenchmark() {}

  static void run() throws Exception {
    RunnerBenchmark benchmark = new RunnerBenchmark();
    benchmark.power();
    benchmark.downloads("10 × 4 × 50 ms", new Downloads(10, 4, 50), 12, "best <= 1.05");
    benchmark.downloads(
        "4,000 × 1 × 500 ms at once", new Downloads(4_000, 1, 500), 7, "best <= 1.5");
    benchmark.downloads(
        "10,000 × 1 × 100 ms at once",
        new Downloads(10_000, 1, 100),
        5,
        "works, or names the limit of files");
    benchmark.protocol();
    TaskCost.measure();
  }

  private void power() throws ChildFailed {
    Report.heading("power: 10 × 7777 ** 200000 on %d cores".formatted(CORES));
    Work work =
        new Work(
            "power",
            Map.of("base", 7_777L, "exponent", 200_000L),
            10,
            10,
            "n",
            List.of(),
            List.of());
    List<String> contenders = List.of("sequential", "thread-pool", "threads", "virtual-threads");
    List<double[]> times = interleaved(contenders, work, 12);
    for (int i = 1; i < contenders.size(); i++) {
      Report.line(
          "speed-up of %s ÷ usable cores".formatted(contenders.get(i)),
          figure(ratio(times.get(0), times.get(i)) / CORES),
          ">= 0.90");
    }
  }

  private record Downloads(int tasks, int each, long delayMs) {}

  private void downloads(String what, Downloads downloads, int blocks, String reach)
      throws ChildFailed {
    Report.heading("fetch: " + what);
    try (Origin origin = Origin.start(installation, MARKER)) {
      origin.configure(new OriginSetting("n", downloads.delayMs(), 0, 1_024, 1));
      Work work =
          new Work(
              "fetch",
              Map.of("urls_per_task", (long) downloads.each(), "limit_ms", 30_000L),
              downloads.tasks(),
              downloads.tasks(),
              "n",
              origin.addresses(),
              List.of());
      List<double[]> times = interleaved(CONCURRENT, work, blocks);
      double limit = downloads.each() * downloads.delayMs() * 1e6;
      for (int i = 0; i < CONCURRENT.size(); i++) {
        double[] own = times.get(i);
        if (own.length > 0) {
          Report.line(
              "%s: median ÷ physical limit".formatted(CONCURRENT.get(i)),
              figure(Report.median(own) / limit),
              reach);
        }
      }
    }
  }

  /** Times of each contender in nanoseconds; none for one that refuses, with its reason printed. */
  private List<double[]> interleaved(List<String> contenders, Work work, int blocks)
      throws ChildFailed {
    List<Runner> runners = new ArrayList<>();
    try {
      List<Runner> ready = new ArrayList<>();
      for (String contender : contenders) {
        Runner runner = start(contender);
        runners.add(runner);
        if (runner.prepare(work) instanceof Prepared.Refused refused) {
          Report.note("%s: %s %s".formatted(contender, refused.message(), refused.remedy()));
        } else {
          ready.add(runner);
        }
      }
      warmUp(ready);
      return timed(runners, ready, blocks);
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static void warmUp(List<Runner> ready) throws ChildFailed {
    for (Runner runner : ready) {
      for (int round = 1; round <= 3; round++) {
        runner.round(round, 1, LIMIT);
      }
    }
  }

  private static List<double[]> timed(List<Runner> all, List<Runner> ready, int blocks)
      throws ChildFailed {
    Map<Runner, double[]> times = new java.util.HashMap<>();
    for (int block = 0; block < blocks; block++) {
      for (Runner runner : ready) {
        var rounded = runner.round(100 + block, 1, LIMIT);
        if (rounded.errors() > 0) {
          throw new IllegalStateException(runner.contender() + ": " + rounded.firstError());
        }
        times.computeIfAbsent(runner, r -> new double[blocks])[block] = rounded.wallNs();
      }
    }
    return all.stream().map(runner -> times.getOrDefault(runner, new double[0])).toList();
  }

  private void protocol() throws ChildFailed {
    Report.heading("protocol");
    try (Runner runner = start("sequential")) {
      long[] took = new long[2_000];
      for (int i = -200; i < took.length; i++) {
        long begin = System.nanoTime();
        runner.ping();
        if (i >= 0) {
          took[i] = System.nanoTime() - begin;
        }
      }
      Report.line("round trip, p95", Report.ms(Report.percentile(took, 0.95)), "<= 1 ms");
    }
  }

  private Runner start(String strategy) throws ChildFailed {
    return Runner.start(installation, new ContenderName("jvm", strategy, 1), MARKER);
  }

  /** The median of the ratios within each block. */
  private static double ratio(double[] base, double[] other) {
    double[] ratios = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      ratios[i] = base[i] / other[i];
    }
    return Report.median(ratios);
  }

  private static String figure(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
