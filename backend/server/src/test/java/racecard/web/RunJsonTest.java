package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static racecard.web.StoredRuns.PROCESSES;
import static racecard.web.StoredRuns.SEQUENTIAL;
import static racecard.web.StoredRuns.THREADS;
import static racecard.web.TestServer.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.run.Run;
import racecard.statistics.Comparison;
import racecard.statistics.Effect;
import racecard.statistics.Entrant;
import racecard.statistics.Round;
import tools.jackson.databind.JsonNode;

/** The JSON that scripts rely on, member by member. */
final class RunJsonTest {
  private static TestServer server;
  private static Run run;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    run = StoredRuns.done(server, "first try", List.of("demo"), "");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static JsonNode get(String path) {
    return json(server.visitor().get(path));
  }

  private static JsonNode contender(String name) {
    return get("/api/v1/runs/" + run.publicId())
        .required("contenders")
        .valueStream()
        .filter(one -> one.required("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_run_has_these_members_in_this_order() {
    JsonNode answer = get("/api/v1/runs/" + run.publicId());
    assertThat(answer.propertyNames())
        .containsExactly(
            "id",
            "url",
            "state",
            "workload",
            "params",
            "tasks",
            "in_flight",
            "created_at",
            "started_at",
            "finished_at",
            "seed",
            "precision",
            "margin_percent",
            "queue",
            "progress",
            "answer",
            "grade",
            "warnings",
            "evidence",
            "contenders",
            "host",
            "failure",
            "label",
            "tags",
            "note",
            "imported",
            "levels",
            "cells");
    assertThat(answer.required("url").stringValue())
        .isEqualTo(server.at("/runs/" + run.publicId()).toString());
    assertThat(answer.required("state").stringValue()).isEqualTo("done");
    assertThat(answer.required("queue").isNull()).isTrue();
    assertThat(answer.required("progress").toString())
        .isEqualTo(
            "{\"done\":30,\"total\":30,\"generations\":3,\"contender\":null,\"eta_s\":null}");
    assertThat(answer.required("answer").stringValue())
        .matches("Threads are (9\\.9[0-9]|10\\.0) times as fast as one after another\\.");
    assertThat(answer.required("grade").stringValue()).isEqualTo("A");
    assertThat(answer.required("evidence").toString())
        .isEqualTo(
            "{\"rounds\":36,\"overlapping_rounds\":0,\"blocks\":15,\"noise\":{"
                + "\"foreign_cpu\":{\"share\":0.01,\"worst_block\":0.01},"
                + "\"steal\":{\"share\":0.0,\"worst_block\":0.0},\"throttled\":null,"
                + "\"pressure\":null,\"core_wait\":null,\"slowdown\":null,\"origin_core\":null},"
                + "\"foreign_cpu_by_block\":["
                + String.join(",", Collections.nCopies(15, "0.01"))
                + "],\"clock_source\":null,\"clock_grain_ns\":null,"
                + "\"not_known\":[\"throttled\",\"pressure\",\"core_wait\",\"slowdown\"]}");
    assertThat(answer.required("host").toString())
        .isEqualTo("{\"name\":\"tiny-box\",\"cores\":2,\"facts\":{\"CPU\":\"Xeon 2.8 GHz\"}}");
    assertThat(answer.required("failure").isNull()).isTrue();
    assertThat(get("/runs/" + run.publicId() + ".json").propertyNames())
        .isEqualTo(answer.propertyNames());
  }

  @Test
  void a_contender_has_these_members_in_this_order() {
    JsonNode threads = contender(THREADS);
    assertThat(threads.propertyNames())
        .containsExactly(
            "name",
            "baseline",
            "status",
            "rank",
            "verdict",
            "median_ns",
            "speed_up",
            "versus_leader",
            "checksum",
            "correct",
            "rounds",
            "invalid_rounds",
            "effective_in_flight",
            "cold_ns",
            "setup_ns",
            "efficiency",
            "cores_used",
            "cpu_ns",
            "memory_bytes",
            "threads",
            "processes",
            "latency_ns",
            "reason",
            "profile");
    assertThat(threads.required("status").stringValue()).isEqualTo("measured");
    assertThat(threads.required("rank").intValue()).isEqualTo(1);
    assertThat(threads.required("verdict").stringValue()).isEqualTo("faster");
    assertThat(threads.required("speed_up").propertyNames())
        .containsExactly("estimate", "low", "high");
    assertThat(threads.required("versus_leader").isNull()).isTrue();
    assertThat(threads.required("correct").booleanValue()).isTrue();
    assertThat(threads.required("rounds").intValue()).isEqualTo(15);
    assertThat(threads.required("cores_used").doubleValue()).isEqualTo(0.5, within(1e-6));
    assertThat(threads.required("latency_ns").toString())
        .isEqualTo("{\"p50\":50000000,\"p90\":100000000,\"p99\":100000000,\"max\":100000000}");
    assertThat(threads.required("reason").isNull()).isTrue();
    JsonNode sequential = contender(SEQUENTIAL);
    assertThat(sequential.required("verdict").stringValue()).isEqualTo("baseline");
    assertThat(sequential.required("speed_up").isNull()).isTrue();
    assertThat(sequential.required("versus_leader").propertyNames())
        .containsExactly("verdict", "estimate", "low", "high");
    assertThat(sequential.required("versus_leader").required("verdict").stringValue())
        .isEqualTo("slower");
  }

  @Test
  void what_is_unknown_is_null_and_never_zero() {
    JsonNode processes = contender(PROCESSES);
    assertThat(processes.required("status").stringValue()).isEqualTo("skipped");
    assertThat(processes.required("verdict").stringValue()).isEqualTo("none");
    assertThat(processes.required("reason").stringValue())
        .isEqualTo("too many <processes> at once");
    for (String unknown :
        List.of(
            "rank",
            "median_ns",
            "speed_up",
            "versus_leader",
            "checksum",
            "correct",
            "effective_in_flight",
            "cold_ns",
            "setup_ns",
            "efficiency",
            "cores_used",
            "cpu_ns",
            "memory_bytes",
            "threads",
            "processes",
            "latency_ns")) {
      assertThat(processes.required(unknown).isNull()).as(unknown).isTrue();
    }
  }

  @Test
  void a_waiting_run_has_its_place_in_line() {
    String id =
        server.visitor().submit("{\"workload\":\"sleep\",\"contenders\":[\"jvm/threads\"]}");
    JsonNode answer = get("/api/v1/runs/" + id);
    assertThat(answer.required("queue").propertyNames()).containsExactly("position", "eta_s");
    assertThat(answer.required("queue").required("position").intValue()).isEqualTo(1);
    assertThat(answer.required("progress").isNull()).isTrue();
    assertThat(answer.required("grade").isNull()).isTrue();
    assertThat(answer.required("host").isNull()).isTrue();
    assertThat(answer.required("contenders").get(0).required("status").stringValue())
        .isEqualTo("waiting");
    server.visitor().postJson("/api/v1/runs/" + id + "/cancellation", "");
  }

  @Test
  void every_interval_can_be_computed_again_from_the_rounds() {
    List<Round> rounds = new ArrayList<>();
    for (JsonNode sample : samples()) {
      if (sample.required("kind").stringValue().equals("measured")) {
        rounds.add(
            new Round(
                sample.required("generation").intValue(),
                sample.required("block").intValue(),
                sample.required("contender").stringValue(),
                sample.required("wall_ns").doubleValue(),
                sample.required("valid").booleanValue()));
      }
    }
    double none = Double.POSITIVE_INFINITY;
    Comparison again =
        Comparison.of(
            rounds,
            List.of(
                new Entrant(SEQUENTIAL, SEQUENTIAL, false, 0, none),
                new Entrant(THREADS, SEQUENTIAL, false, 80e6, none)),
            5);
    assertThat(again.leader()).isEqualTo(THREADS);
    Effect effect = Objects.requireNonNull(again.placing(THREADS).orElseThrow().effect());
    JsonNode speedUp = contender(THREADS).required("speed_up");
    assertThat(effect.speedUpHigh()).isGreaterThan(effect.speedUpLow());
    assertThat(speedUp.required("estimate").doubleValue()).isEqualTo(effect.speedUp());
    assertThat(speedUp.required("low").doubleValue()).isEqualTo(effect.speedUpLow());
    assertThat(speedUp.required("high").doubleValue()).isEqualTo(effect.speedUpHigh());
  }

  @Test
  void a_round_has_these_members_in_this_order() {
    List<JsonNode> samples = samples();
    assertThat(samples).hasSize(3 * (2 + 10));
    assertThat(samples.getFirst().propertyNames())
        .containsExactly(
            "cell",
            "generation",
            "block",
            "position",
            "contender",
            "kind",
            "valid",
            "reason",
            "started_ns",
            "wall_ns",
            "cpu_ns",
            "memory_bytes",
            "repeats",
            "checksum");
    assertThat(samples.getFirst().required("kind").stringValue()).isEqualTo("cold");
  }

  @Test
  void the_rounds_come_as_csv_too() {
    String path = "/api/v1/runs/" + run.publicId() + "/samples?format=";
    var csv = server.visitor().get(path + "csv");
    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(csv.body().lines()).hasSize(37);
    assertThat(server.visitor().get("/runs/" + run.publicId() + ".csv").body())
        .isEqualTo(csv.body());
    assertThat(server.visitor().get(path + "xml").statusCode()).isEqualTo(422);
  }

  @Test
  void the_list_has_the_answer_in_short() {
    JsonNode line = get("/api/v1/runs?q=first").required("runs").get(0);
    assertThat(line.required("id").stringValue()).isEqualTo(run.publicId());
    assertThat(line.required("answer").stringValue()).matches("Threads (9\\.9[0-9]|10\\.0)×");
    assertThat(line.required("leader").stringValue()).isEqualTo(THREADS);
    assertThat(line.required("grade").stringValue()).isEqualTo("A");
    assertThat(line.required("flags").isEmpty()).isTrue();
  }

  @Test
  void an_id_that_no_run_has_is_a_problem_everywhere() {
    for (String path :
        List.of("/api/v1/runs/nothing1", "/api/v1/runs/nothing1/samples", "/runs/nothing1.json")) {
      var answer = server.visitor().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(json(answer).required("detail").stringValue())
          .isEqualTo("There is no run nothing1. It may have been deleted.");
    }
  }

  private static List<JsonNode> samples() {
    return get("/api/v1/runs/" + run.publicId() + "/samples")
        .required("samples")
        .valueStream()
        .toList();
  }
}
