package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.web.TestServer.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class RunApiTest {
  private static TestServer server;

  private TestServer.Visitor visitor;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void meet() {
    visitor = server.visitor();
  }

  @Test
  void a_submit_answers_with_the_run_and_its_address() {
    HttpResponse<String> answer =
        visitor.postJson("/api/v1/runs", "{\"workload\":\"power\",\"params\":{\"exponent\":1000}}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    String id = json(answer).required("id").stringValue();
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/runs/" + id);
    JsonNode run = json(visitor.get("/api/v1/runs/" + id));
    assertThat(run.required("state").stringValue()).isEqualTo("queued");
    assertThat(run.required("params").required("exponent").intValue()).isEqualTo(1000);
    assertThat(run.required("created_at").stringValue()).endsWith("Z");
  }

  @Test
  void all_wrong_fields_are_named_at_once() {
    HttpResponse<String> answer =
        visitor.postJson(
            "/api/v1/runs",
            """
            {"workload": "power", "params": {"exponent": 5000001}, "tasks": "ten", "colour": 1}
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).required("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("params.exponent", "tasks", "colour");
    assertThat(answer.body()).contains("must be 1 to 5,000,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "\"power\"",
        "{\"workload\":\"power\"} {}",
        "{\"workload\":\"power\",\"workload\":\"hash\"}",
        "{\"workload\":\"power\",}",
        "\u0000",
        "{\"tasks\":NaN}",
      })
  void what_is_not_one_json_object_is_refused(String body) {
    HttpResponse<String> answer = visitor.postJson("/api/v1/runs", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).required("status").intValue()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("racecard.").doesNotContain("jackson");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThat(visitor.postJson("/api/v1/runs", "[".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(visitor.postJson("/api/v1/runs", "{\"params\":".repeat(50_000)).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"workload\":1}",
        "{\"workload\":\"power\",\"tasks\":1.5}",
        "{\"workload\":\"power\",\"tasks\":99999999999999999999}",
        "{\"workload\":\"power\",\"tasks\":-1}",
        "{\"workload\":\"power\",\"contenders\":\"jvm/threads\"}",
        "{\"workload\":\"power\",\"contenders\":[1]}",
        "{\"workload\":\"power\",\"params\":[]}",
        "{\"workload\":\"power\",\"tags\":[\"<script>\"]}",
        "{\"workload\":\"fetch\",\"params\":{\"urls\":[\"http://169.254.169.254/\"]}}",
        "{\"workload\":\"power\",\"label\":\"\\u0000\"}",
      })
  void a_wrong_type_or_limit_is_a_wrong_field(String body) {
    HttpResponse<String> answer = visitor.postJson("/api/v1/runs", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).required("errors").size()).isPositive();
  }

  @Test
  void a_body_over_a_mebibyte_is_refused_and_the_answer_can_be_read() {
    String note = "x".repeat(1 << 20);
    HttpResponse<String> answer =
        visitor.postJson("/api/v1/runs", "{\"workload\":\"power\",\"note\":\"" + note + "\"}");
    assertThat(answer.statusCode()).isEqualTo(413);
    HttpResponse<String> larger = visitor.postJson("/api/v1/runs", "x".repeat(7 << 20));
    assertThat(larger.statusCode()).isEqualTo(413);
  }

  @Test
  void the_same_key_makes_one_run() {
    String request = "{\"workload\":\"sleep\"}";
    HttpResponse<String> first =
        visitor.postJson("/api/v1/runs", request, "Idempotency-Key", "once-1");
    HttpResponse<String> second =
        visitor.postJson("/api/v1/runs", request, "Idempotency-Key", "once-1");
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(json(second).required("id")).isEqualTo(json(first).required("id"));
    assertThat(visitor.postJson("/api/v1/runs", request, "Idempotency-Key", "x".repeat(101)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(422);
  }

  @Test
  void a_run_is_cancelled_once() {
    String id = visitor.submit("{\"workload\":\"sleep\"}");
    HttpResponse<String> first = visitor.postJson("/api/v1/runs/" + id + "/cancellation", "");
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(json(first).required("state").stringValue()).isEqualTo("cancelled");
    HttpResponse<String> again = visitor.postJson("/api/v1/runs/" + id + "/cancellation", "");
    assertThat(again.statusCode()).isEqualTo(200);
  }

  @Test
  void a_request_without_a_body_needs_no_type() {
    String id = visitor.submit("{\"workload\":\"sleep\"}");
    String answer =
        Raw.send(
            server.server.port(),
            Raw.request(
                "POST",
                "/api/v1/runs/" + id + "/cancellation",
                "Host: 127.0.0.1",
                "Content-Length: 0"));
    assertThat(answer).startsWith("HTTP/1.1 202");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contenders", "tags"})
  void a_list_without_end_is_refused_in_one_sentence(String field) {
    String list = "\"x y\",".repeat(100_000) + "\"x y\"";
    HttpResponse<String> answer =
        visitor.postJson(
            "/api/v1/runs", "{\"workload\":\"sleep\",\"%s\":[%s]}".formatted(field, list));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).required("errors").size()).isEqualTo(1);
  }

  @Test
  void only_a_final_run_is_deleted_or_measured_further() {
    String id = visitor.submit("{\"workload\":\"sleep\"}");
    assertThat(visitor.delete("/api/v1/runs/" + id).statusCode()).isEqualTo(409);
    String more = "/api/v1/runs/" + id + "/generations";
    assertThat(visitor.postJson(more, "{\"add\":3}").statusCode()).isEqualTo(409);
    visitor.postJson("/api/v1/runs/" + id + "/cancellation", "{}");
    assertThat(visitor.postJson(more, "{\"add\":0}").statusCode()).isEqualTo(422);
    assertThat(visitor.postJson(more, "{\"ad\":3}").statusCode()).isEqualTo(422);
    HttpResponse<String> stranger =
        visitor.postJson(more, "{\"add\":3,\"contenders\":[\"jvm/threads\",\"jvm/fibers\"]}");
    assertThat(stranger.statusCode()).isEqualTo(422);
    assertThat(json(stranger).required("errors").get(0).required("field").stringValue())
        .isEqualTo("contenders[1]");
    assertThat(visitor.postJson(more, "{\"add\":3,\"contenders\":[]}").statusCode()).isEqualTo(422);
    assertThat(visitor.postJson(more, "{\"add\":3}").statusCode()).isEqualTo(202);
    visitor.postJson("/api/v1/runs/" + id + "/cancellation", "{}");
    HttpResponse<String> gone = visitor.delete("/api/v1/runs/" + id);
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();
    assertThat(visitor.get("/api/v1/runs/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing1", "%27%20or%201=1--", "%F0%9F%90%8E", "x%00y", "."})
  void an_unknown_id_is_a_problem_of_its_own(String id) {
    HttpResponse<String> answer = visitor.get("/api/v1/runs/" + id);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void the_list_comes_newest_first_in_parts() {
    String first = visitor.submit("{\"workload\":\"mixed\",\"label\":\"part\"}");
    String second = visitor.submit("{\"workload\":\"mixed\",\"label\":\"part\"}");
    JsonNode part = json(visitor.get("/api/v1/runs?workload=mixed&q=PART&limit=1"));
    assertThat(ids(part)).containsExactly(second);
    String next = part.required("next").stringValue();
    JsonNode rest = json(visitor.get("/api/v1/runs?workload=mixed&q=PART&limit=1&after=" + next));
    assertThat(ids(rest)).containsExactly(first);
    assertThat(rest.required("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=x", "state=asleep", "workload=nap", "colour=red"})
  void a_list_that_cannot_be_is_a_wrong_field(String query) {
    assertThat(visitor.get("/api/v1/runs?" + query).statusCode()).isEqualTo(422);
  }

  @Test
  void the_catalog_names_limits_and_contenders() {
    JsonNode catalog = json(visitor.get("/api/v1/catalog"));
    assertThat(catalog.required("workloads").findValuesAsString("name")).contains("power", "fetch");
    assertThat(catalog.required("contenders").get(0).required("available").booleanValue()).isTrue();
  }

  private static Stream<String> ids(JsonNode part) {
    return part.required("runs").valueStream().map(run -> run.required("id").stringValue());
  }
}
