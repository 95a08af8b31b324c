package racecard.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import racecard.instrument.Report;
import racecard.instrument.RunningServer;
import tools.jackson.databind.JsonNode;

/**
 * The whole program as a person meets it: start, idle, submit, and the presets to their verdict.
 */
final class ServerBenchmark {
  private static final String ARTICLE = "{\"workload\":\"<work>\",\"precision\":\"<how>\"}";
  private static final String SHORT =
      "{\"workload\":\"sleep\",\"params\":{\"sleep_ms\":1},\"tasks\":2,\"precision\":\"quick\","
          + "\"contenders\":[\"jvm/sequential\"]}";

  private final RunningServer server;

  private ServerBenchmark(RunningServer server) {
    this.server = server;
  }

  static void run(List<String> precisions) throws Exception {
    try (RunningServer server = RunningServer.start("jvm")) {
      ServerBenchmark benchmark = new ServerBenchmark(server);
      Report.heading("server");
      Report.line(
          "first start on new data, until it answers",
          server.startTook(),
          "(second start <= 1.5 s)");
      benchmark.idle();
      benchmark.submitToStarted();
      for (String precision : precisions.isEmpty() ? List.of("quick", "balanced") : precisions) {
        benchmark.preset("power", precision);
        benchmark.preset("fetch", precision);
      }
    }
  }

  private void idle() throws Exception {
    server.settle(Duration.ofSeconds(20));
    Report.line("memory idle (RSS)", "%d MB".formatted(server.rssBytes() / 1_000_000), "<= 200 MB");
  }

  private void submitToStarted() throws Exception {
    long[] waited = new long[5];
    for (int i = 0; i < waited.length; i++) {
      JsonNode run = server.submit(SHORT);
      run = server.await(run.path("id").stringValue(), Duration.ofSeconds(60)).run();
      waited[i] =
          Duration.between(instant(run, "created_at"), instant(run, "started_at")).toNanos();
    }
    Report.line(
        "submit to started, idle queue, median of %d".formatted(waited.length),
        Report.ms(Report.percentile(waited, 0.5)),
        "< 50 ms");
  }

  private void preset(String workload, String precision) throws Exception {
    Report.heading("preset %s, %s".formatted(workload, precision));
    String id =
        server
            .submit(ARTICLE.replace("<work>", workload).replace("<how>", precision))
            .path("id")
            .stringValue();
    RunningServer.Measured measured = server.await(id, Duration.ofMinutes(10));
    JsonNode run = measured.run();
    Report.line("first provisional answer", seconds(measured.firstAnswer()), "<= 35 s");
    Report.line(
        "final verdict",
        seconds(measured.whole()),
        precision.equals("quick") ? "<= 90 s" : "<= 150 s");
    Report.line(
        "CPU of web and worker during rounds",
        String.format(
            Locale.ROOT,
            "%.2f %% of a core (%.2f %% over the whole run)",
            100 * measured.cpuDuringRounds(),
            100 * measured.cpuOverall()),
        "<= 2 %");
    Report.note(run.path("answer").asString("") + "  Grade " + run.path("grade").asString("–"));
    run.path("contenders").forEach(ServerBenchmark::contender);
  }

  private static void contender(JsonNode contender) {
    JsonNode speedUp = contender.path("speed_up");
    Report.note(
        String.format(
            Locale.ROOT,
            "%-22s %-16s median %8.3f s  speed-up %6.2f (%.2f to %.2f)  efficiency %s  %s",
            contender.path("name").asString(),
            contender.path("verdict").asString("–"),
            contender.path("median_ns").asDouble(0) / 1e9,
            speedUp.path("estimate").asDouble(1),
            speedUp.path("low").asDouble(1),
            speedUp.path("high").asDouble(1),
            contender.path("efficiency").asString("–"),
            contender.path("reason").asString("")));
  }

  private static Instant instant(JsonNode run, String field) throws IOException {
    if (!run.hasNonNull(field)) {
      throw new IOException("the run has no " + field + ": " + run);
    }
    return Instant.parse(run.path(field).stringValue());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
