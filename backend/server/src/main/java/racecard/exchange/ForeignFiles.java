package racecard.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import racecard.catalog.ContenderName;
import racecard.sample.Sample;
import racecard.statistics.Spread;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the rounds of a run as files of other tools: times of N tasks, invalid blocks left out.
 */
public final class ForeignFiles {
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_S = 1e9;
  private static final double[] PERCENTS = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

  private ForeignFiles() {}

  /** As JMH writes with {@code -rf json}: a fork for each generation, milliseconds per N tasks. */
  public static byte[] jmh(RunFile file) {
    ArrayNode root = Document.JSON.createArrayNode();
    Timed.of(file).forEach(one -> jmh(root.addObject(), one));
    return Document.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void jmh(ObjectNode node, Timed timed) {
    ContenderName name = ContenderName.parse(timed.contender());
    node.put("jmhVersion", "1.37");
    node.put(
        "benchmark",
        "racecard.%s.%s"
            .formatted(timed.plan().workload().id(), timed.contender().replace('/', '.')));
    node.put("mode", "avgt");
    node.put("threads", 1);
    node.put("forks", timed.processes().size());
    node.put("jvm", name.runtime());
    node.putArray("jvmArgs");
    node.put("jdkVersion", "");
    node.put("vmName", name.runtime());
    node.put("vmVersion", "");
    node.put("warmupIterations", timed.processes().getFirst().warmUps().size());
    node.put("warmupTime", "1 round");
    node.put("warmupBatchSize", 1);
    node.put("measurementIterations", timed.processes().getFirst().rounds().size());
    node.put("measurementTime", "1 round");
    node.put("measurementBatchSize", 1);
    ObjectNode params = node.putObject("params");
    params.put("tasks", String.valueOf(timed.plan().tasks()));
    params.put("in_flight", String.valueOf(timed.plan().inFlight()));
    timed.plan().parameters().numbers().forEach((key, n) -> params.put(key, String.valueOf(n)));
    metric(node.putObject("primaryMetric"), timed);
    node.putObject("secondaryMetrics");
  }

  private static void metric(ObjectNode node, Timed timed) {
    JmhScore score = new JmhScore(values(timed.rounds(), one -> Timed.ns(one) / NS_PER_MS));
    number(node, "score", score.mean());
    number(node, "scoreError", score.error());
    ArrayNode confidence = node.putArray("scoreConfidence");
    number(confidence, score.mean() - score.error());
    number(confidence, score.mean() + score.error());
    ObjectNode percentiles = node.putObject("scorePercentiles");
    for (double percent : PERCENTS) {
      percentiles.put(String.valueOf(percent), score.percentile(percent));
    }
    node.put("scoreUnit", "ms/op");
    ArrayNode raw = node.putArray("rawData");
    for (Timed.InProcess process : timed.processes()) {
      ArrayNode fork = raw.addArray();
      process.rounds().forEach(one -> fork.add(Timed.ns(one) / NS_PER_MS));
    }
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.put(name, "NaN"); // as JMH does
    } else {
      node.put(name, value);
    }
  }

  private static void number(ArrayNode node, double value) {
    if (Double.isNaN(value)) {
      node.add("NaN");
    } else {
      node.add(value);
    }
  }

  /** As pyperf writes it: a run for each generation, its warm-up kept, seconds per N tasks. */
  public static byte[] pyperf(RunFile file) {
    ObjectNode root = Document.JSON.createObjectNode();
    ArrayNode benchmarks = root.putArray("benchmarks");
    Timed.of(file).forEach(one -> pyperf(benchmarks.addObject(), one));
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("unit", "second");
    metadata.put("description", "Racecard run " + file.id());
    root.put("version", "1.0");
    return Document.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void pyperf(ObjectNode node, Timed timed) {
    node.putObject("metadata").put("name", timed.name());
    ArrayNode runs = node.putArray("runs");
    for (Timed.InProcess process : timed.processes()) {
      ObjectNode run = runs.addObject();
      run.putObject("metadata").put("loops", process.rounds().getFirst().repeats());
      ArrayNode values = run.putArray("values");
      process.rounds().forEach(one -> values.add(Timed.ns(one) / NS_PER_S));
      ArrayNode warmUps = run.putArray("warmups");
      process
          .warmUps()
          .forEach(one -> warmUps.addArray().add(one.repeats()).add(Timed.ns(one) / NS_PER_S));
    }
  }

  /** As hyperfine writes with {@code --export-json}: seconds per N tasks, one list for each. */
  public static byte[] hyperfine(RunFile file) {
    ObjectNode root = Document.JSON.createObjectNode();
    ArrayNode results = root.putArray("results");
    Timed.of(file).forEach(one -> hyperfine(results.addObject(), one));
    return Document.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void hyperfine(ObjectNode node, Timed timed) {
    List<Sample> rounds = timed.rounds();
    double[] seconds = values(rounds, one -> Timed.ns(one) / NS_PER_S);
    double mean = Arrays.stream(seconds).average().orElseThrow();
    double squares = Arrays.stream(seconds).map(s -> (s - mean) * (s - mean)).sum();
    node.put("command", timed.name());
    node.put("mean", mean);
    if (seconds.length > 1) {
      node.put("stddev", Math.sqrt(squares / (seconds.length - 1)));
    } else {
      node.putNull("stddev");
    }
    node.put("median", Spread.median(seconds));
    // Racecard does not tell user and system time apart: all of it is under user.
    node.put("user", Arrays.stream(values(rounds, ForeignFiles::cpuS)).average().orElse(0));
    node.put("system", 0.0);
    node.put("min", Arrays.stream(seconds).min().orElseThrow());
    node.put("max", Arrays.stream(seconds).max().orElseThrow());
    ArrayNode times = node.putArray("times");
    Arrays.stream(seconds).forEach(times::add);
    ArrayNode codes = node.putArray("exit_codes");
    rounds.forEach(one -> codes.add(0));
  }

  private static double cpuS(Sample sample) {
    Long ns = sample.usage().cpuNs();
    return ns == null ? 0 : ns / NS_PER_S / sample.repeats();
  }

  private static double[] values(List<Sample> rounds, ToDoubleFunction<Sample> of) {
    return rounds.stream().mapToDouble(of).toArray();
  }
}
