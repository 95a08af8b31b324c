package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.catalog.Workload;
import racecard.report.StoredRun;

/** The rules of thumb, held against stored runs. */
final class RulePageTest {
  private static final String PYTHON = "cpython-3.11/";

  private static void store(TestServer server, Workload workload, Map<String, Double> ms) {
    StoredRun.of(
            Rooms.on(server.database),
            StoredRun.plan(workload, null, ms.keySet().stream().sorted().toArray(String[]::new)))
        .begin()
        .generations(3, ms)
        .done();
  }

  @Test
  void a_run_confirms_contradicts_or_leaves_open_each_runtime_by_itself(@TempDir Path directory) {
    try (TestServer server = TestServer.open(directory)) {
      store(
          server,
          Workload.POWER,
          Map.of(
              PYTHON + "sequential",
              1000.0,
              PYTHON + "threads",
              1010.0,
              PYTHON + "processes",
              560.0,
              "jvm/sequential",
              500.0,
              "jvm/threads",
              260.0,
              "jvm/processes",
              2500.0));
      store(
          server,
          Workload.FETCH,
          Map.of("jvm/sequential", 1000.0, "jvm/threads", 100.0, "jvm/event-loop", 100.0));
      String page = server.visitor().get("/rules").body();
      assertThat(page)
          .contains("confirmed once, contradicted once")
          .contains("processes 1.79×")
          .contains("left open once")
          .contains("no run here says anything of it")
          .contains("Queue what is missing", "2 runs, about ");
    }
  }

  @Test
  void what_is_within_the_margin_or_cannot_be_trusted_decides_no_rule(@TempDir Path directory) {
    try (TestServer server = TestServer.open(directory)) {
      store(
          server,
          Workload.FETCH,
          Map.of("jvm/sequential", 1000.0, "jvm/threads", 104.0, "jvm/event-loop", 100.0));
      assertThat(server.visitor().get("/rules").body())
          .contains("left open once")
          .doesNotContain("contradicted once");
      store(
          server,
          Workload.POWER,
          Map.of(
              "jvm/sequential",
              1000.0,
              "jvm/sequential#2",
              1300.0,
              "jvm/threads",
              500.0,
              "jvm/process-pool",
              200.0));
      assertThat(server.visitor().get("/rules").body())
          .contains("process-pool 5.00×")
          .doesNotContain("confirmed once");
    }
  }

  @Test
  void what_is_missing_is_queued_once_however_often_it_is_pressed(@TempDir Path directory) {
    try (TestServer server = TestServer.open(directory)) {
      TestServer.Visitor visitor = server.visitor();
      assertThat(visitor.get("/rules").body()).contains("3 runs, about ");
      String key = "abcdefghijklmnopqrstuv";
      HttpResponse<String> pressed = visitor.form("/rules/runs", "key", key);
      assertThat(TestServer.location(pressed)).isEqualTo("/queue");
      visitor.form("/rules/runs", "key", key);
      visitor.form("/rules/runs", "key", "another-".repeat(100));
      assertThat(TestServer.json(visitor.get("/api/v1/runs")).path("runs")).hasSize(3);
      assertThat(visitor.get("/rules").body()).doesNotContain("Queue what is missing");
    }
  }

  @Test
  void a_run_of_several_levels_decides_no_rule_and_keeps_none_from_the_queue(
      @TempDir Path directory) {
    try (TestServer server = TestServer.open(directory)) {
      TestServer.Visitor visitor = server.visitor();
      visitor.submit("{\"workload\":\"power\",\"levels\":{\"in_flight\":[1,4]}}");
      assertThat(visitor.get("/rules").body()).contains("3 runs, about ");
    }
  }

  @Test
  void a_stranger_cannot_queue(@TempDir Path directory) {
    try (TestServer server = TestServer.open(directory)) {
      HttpResponse<String> refused =
          server.visitor().post("/rules/runs", "application/x-www-form-urlencoded", "csrf=wrong");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(TestServer.json(server.visitor().get("/api/v1/runs")).path("runs")).isEmpty();
    }
  }
}
