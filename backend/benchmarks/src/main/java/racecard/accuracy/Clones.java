package racecard.accuracy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import racecard.instrument.RunningServer;
import tools.jackson.databind.JsonNode;

/** Live: the same code four times in one run of the whole program, quiet and disturbed. */
final class Clones {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String REQUEST =
      "{\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":70000},\"tasks\":10,"
          + "\"precision\":\"balanced\",\"budget_s\":25,\"contenders\":[\"jvm/sequential\","
          + "\"jvm/sequential#2\",\"jvm/sequential#3\",\"jvm/sequential#4\"]}";

  private final RunningServer server;
  private final int jobs;

  /** As many jobs quiet, and as many beside a busy core. */
  Clones(RunningServer server, int jobs) {
    this.server = server;
    this.jobs = jobs;
  }

  List<Figure> figures() throws Exception {
    List<JsonNode> quiet = measure();
    List<JsonNode> disturbed;
    try (BusyCore _ = BusyCore.start()) {
      disturbed = measure();
    }
    return List.of(
        clones(disturbed, Clones::different)
            .atMost(2.0 / 90, "M1", "A/A called different, per comparison, live and disturbed"),
        clones(quiet, Clones::different)
            .atMost(2.0 / 90, "M1", "A/A called different, per comparison, live and quiet"),
        clones(quiet, Clones::covered).atLeast(0.90, "M3", "the interval covers 1.00, live, quiet"),
        clones(disturbed, Clones::covered)
            .atLeast(0.90, "M3", "the interval covers 1.00, live, disturbed"),
        clones(quiet, one -> is(one.path("verdict"), "tied"))
            .atLeast(0.95, "M4", "A/A called tied, live, quiet"),
        flagged(disturbed, "HOST_BUSY").atLeast(0.95, "M12", "HOST_BUSY beside a busy core"),
        flagged(quiet, "HOST_BUSY").atMost(0.05, "M12", "HOST_BUSY on a quiet machine"),
        flagged(Stream.concat(quiet.stream(), disturbed.stream()).toList(), "IMPOSSIBLE")
            .atMost(0, "M16", "IMPOSSIBLE in good jobs"));
  }

  private List<JsonNode> measure() throws Exception {
    List<JsonNode> runs = new ArrayList<>();
    for (int job = 0; job < jobs; job++) {
      String id = server.submit(REQUEST).path("id").stringValue();
      runs.add(server.await(id, LIMIT).run());
    }
    return runs;
  }

  private static Rate clones(List<JsonNode> runs, Predicate<JsonNode> counts) {
    List<JsonNode> clones =
        runs.stream().flatMap(run -> run.path("contenders").valueStream().skip(1)).toList();
    return new Rate(clones.stream().filter(counts).count(), clones.size());
  }

  private static Rate flagged(List<JsonNode> runs, String flag) {
    return new Rate(
        runs.stream()
            .filter(
                run -> run.path("warnings").valueStream().anyMatch(w -> is(w.path("flag"), flag)))
            .count(),
        runs.size());
  }

  private static boolean different(JsonNode contender) {
    return is(contender.path("verdict"), "faster") || is(contender.path("verdict"), "slower");
  }

  private static boolean covered(JsonNode contender) {
    JsonNode speedUp = contender.path("speed_up");
    return speedUp.path("low").asDouble(Double.NaN) <= 1
        && 1 <= speedUp.path("high").asDouble(Double.NaN);
  }

  private static boolean is(JsonNode text, String wanted) {
    return text.asString("").equals(wanted);
  }
}
