package racecard.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import racecard.instrument.Pyperf;
import racecard.instrument.Report;
import racecard.instrument.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * CPython beside the JVM, as a person meets it: real runs through the whole program, with the
 * libraries that it adds by itself.
 */
final class RuntimesBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Duration LIBRARIES_LIMIT = Duration.ofMinutes(5);
  private static final String POWER =
      "\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":%d}";
  private static final int ARTICLE = 200_000;

  private final RunningServer server;
  private final String python;

  private RuntimesBenchmark(RunningServer server, String python) {
    this.server = server;
    this.python = python;
  }

  static void run() throws Exception {
    try (RunningServer server = RunningServer.start("all")) {
      String python = server.awaitContender("cpython", "gevent", LIBRARIES_LIMIT);
      RuntimesBenchmark benchmark = new RuntimesBenchmark(server, python);
      Report.heading("runtimes: " + python);
      benchmark.power();
      benchmark.hash();
      benchmark.fewDownloads();
      benchmark.manyDownloads();
      benchmark.fourteen();
    }
  }

  private void power() throws Exception {
    JsonNode run =
        measure(
            POWER.formatted(ARTICLE),
            "\"tasks\":10",
            pythons(
                "sequential",
                "threads",
                "gevent",
                "asyncio",
                "uvloop",
                "processes",
                "process-pool"));
    for (String one : List.of("threads", "gevent", "asyncio", "uvloop")) {
      speedUp(run, "power", one, "not faster, 0.9 to 1.0");
    }
    speedUp(run, "power", "processes", ">= 1.70");
    speedUp(run, "power", "process-pool", ">= 1.85");
    agreesWithPyperf(run);
  }

  private void hash() throws Exception {
    JsonNode run =
        measure("\"workload\":\"hash\"", "\"tasks\":10", pythons("sequential", "threads"));
    speedUp(run, "hash", "threads", ">= 1.85");
  }

  private void fewDownloads() throws Exception {
    Map<String, String> reach =
        Map.of("threads", "9.5", "gevent", "9.2", "asyncio", "9.3", "uvloop", "9.4", "trio", "9.0");
    List<String> strategies = List.of("threads", "gevent", "asyncio", "uvloop", "trio");
    JsonNode run =
        measure(
            "\"workload\":\"fetch\"",
            "\"tasks\":10",
            pythons(Stream.concat(Stream.of("sequential"), strategies.stream())));
    strategies.forEach(one -> speedUp(run, "fetch 10 x 4 x 50 ms", one, ">= " + reach.get(one)));
  }

  private void manyDownloads() throws Exception {
    Map<String, String> reach =
        Map.of("threads", "3.20", "gevent", "1.92", "asyncio", "3.24", "uvloop", "2.66");
    List<String> strategies =
        List.of("threads", "gevent", "asyncio", "uvloop", "trio", "tornado", "twisted");
    JsonNode run =
        measure(
            "\"workload\":\"fetch\",\"params\":{\"urls_per_task\":1,\"delay_ms\":500}",
            "\"tasks\":4000,\"baseline\":\"%s/threads\"".formatted(python),
            pythons(strategies.stream()));
    for (String one : strategies) {
      JsonNode result = contender(run, one);
      Report.line(
          "fetch 4,000 x 500 ms, %s".formatted(one),
          "%s %s".formatted(seconds(result), result.path("reason").asString("")),
          reach.containsKey(one) ? "<= %s s".formatted(reach.get(one)) : "works");
    }
  }

  /** Seven of the JVM and seven of CPython, with a baseline of about 0.3 s a round. */
  private void fourteen() throws Exception {
    List<String> contenders =
        Stream.concat(
                Stream.of(
                        "sequential",
                        "threads",
                        "thread-pool",
                        "processes",
                        "process-pool",
                        "virtual-threads",
                        "event-loop")
                    .map("jvm/"::concat),
                pythons(
                    "sequential",
                    "threads",
                    "thread-pool",
                    "processes",
                    "process-pool",
                    "gevent",
                    "asyncio")
                    .stream())
            .toList();
    RunningServer.Measured measured = submit(POWER.formatted(130_000), "\"tasks\":10", contenders);
    Report.line(
        "14 contenders, baselines of %s and %s, quick, to the final verdict"
            .formatted(
                seconds(measured.run().path("contenders").path(0)),
                seconds(contender(measured.run(), "sequential"))),
        String.format(Locale.ROOT, "%.0f s", measured.whole().toMillis() / 1e3),
        "<= 180 s");
  }

  /** The same ten tasks timed by pyperf in the same interpreter, right after the run. */
  private void agreesWithPyperf(JsonNode run) throws Exception {
    double ours = contender(run, "sequential").path("median_ns").asDouble(0) / 1e9;
    double theirs = Pyperf.median(server.interpreter(python), ARTICLE);
    Report.line(
        "sequential power against pyperf: ours / theirs",
        String.format(Locale.ROOT, "%.3f (%.3f s, %.3f s)", ours / theirs, ours, theirs),
        "0.95 to 1.05");
  }

  private List<String> pythons(String... strategies) {
    return pythons(Stream.of(strategies));
  }

  private List<String> pythons(Stream<String> strategies) {
    return strategies.map(one -> python + "/" + one).toList();
  }

  private JsonNode measure(String work, String amount, List<String> contenders) throws Exception {
    return submit(work, amount, contenders).run();
  }

  private RunningServer.Measured submit(String work, String amount, List<String> contenders)
      throws Exception {
    String request =
        "{%s,%s,\"precision\":\"quick\",\"contenders\":[\"%s\"]}"
            .formatted(work, amount, String.join("\",\"", contenders));
    String id = server.submit(request).path("id").stringValue();
    RunningServer.Measured measured = server.await(id, LIMIT);
    Report.note(
        "%s  Grade %s"
            .formatted(
                measured.run().path("answer").asString(""),
                measured.run().path("grade").asString("–")));
    return measured;
  }

  private JsonNode contender(JsonNode run, String strategy) {
    for (JsonNode one : run.path("contenders")) {
      if (one.path("name").asString("").equals(python + "/" + strategy)) {
        return one;
      }
    }
    throw new IllegalStateException(strategy + " is not in " + run);
  }

  private void speedUp(JsonNode run, String what, String strategy, String reach) {
    JsonNode result = contender(run, strategy);
    JsonNode speedUp = result.path("speed_up");
    Report.line(
        "%s, %s: speed-up".formatted(what, strategy),
        String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f) %s",
            speedUp.path("estimate").asDouble(0),
            speedUp.path("low").asDouble(0),
            speedUp.path("high").asDouble(0),
            result.path("reason").asString("")),
        reach);
  }

  private static String seconds(JsonNode contender) {
    return String.format(Locale.ROOT, "%.2f s", contender.path("median_ns").asDouble(0) / 1e9);
  }
}
