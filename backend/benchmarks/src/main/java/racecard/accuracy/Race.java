package racecard.accuracy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import racecard.catalog.ContenderName;
import racecard.host.Marker;
import racecard.runner.ChildFailed;
import racecard.runner.Installation;
import racecard.runner.Rounded;
import racecard.runner.Runner;
import racecard.runner.Work;
import racecard.statistics.Round;

/**
 * Real children of the JVM's {@code sequential} in turn, as a worker measures them but for its
 * queue and database, so that each can be given another number of tasks: an effect of known size.
 *
 * @param tasks of {@code power} in a round of each contender
 */
record Race(List<Integer> tasks) {
  // About a millisecond a task on the machines this was written on.
  private static final long EXPONENT = 14_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration REST = Duration.ofMillis(35);
  private static final long WARM_UP_NS = 1_500_000_000;
  private static final Marker MARKER = Marker.of("accuracy");

  private static final Installation INSTALLATION =
      new Installation(
          Path.of(System.getProperty("java.home"), "bin", "java"),
          Path.of("backend/server/target/children"));

  /** Measures a generation of {@code blocks} blocks in fresh processes. */
  List<Round> generation(int number, int blocks, Random random)
      throws ChildFailed, InterruptedException {
    List<Runner> runners = new ArrayList<>();
    try {
      for (int count : tasks) {
        Runner runner =
            Runner.start(INSTALLATION, new ContenderName("jvm", "sequential", 1), MARKER);
        runners.add(runner);
        runner.prepare(work(count));
        warmUp(runner);
      }
      return blocks(runners, number, blocks, random);
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static Work work(int count) {
    return new Work(
        "power",
        Map.of("base", 7_777L, "exponent", EXPONENT),
        count,
        count,
        "n",
        List.of(),
        List.of());
  }

  private static void warmUp(Runner runner) throws ChildFailed {
    long beganNs = System.nanoTime();
    for (int round = 1; System.nanoTime() - beganNs < WARM_UP_NS; round++) {
      runner.round(round, 1, LIMIT);
    }
  }

  private static List<Round> blocks(List<Runner> runners, int number, int blocks, Random random)
      throws ChildFailed, InterruptedException {
    List<Integer> order = new ArrayList<>(IntStream.range(0, runners.size()).boxed().toList());
    List<Round> rounds = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      Collections.shuffle(order, random);
      for (int contender : order) {
        TimeUnit.NANOSECONDS.sleep(REST.toNanos());
        Rounded rounded = runners.get(contender).round(1_000 + block, 1, LIMIT);
        if (rounded.errors() > 0) {
          throw new IllegalStateException(rounded.firstError());
        }
        rounds.add(new Round(number, block, PseudoJob.name(contender), rounded.wallNs(), true));
      }
    }
    return rounds;
  }
}
