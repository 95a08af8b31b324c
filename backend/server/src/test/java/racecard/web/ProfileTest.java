package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.web.TestServer.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.run.Run;
import tools.jackson.databind.JsonNode;

/** Asking for a profile, by program and by form. */
final class ProfileTest {
  private static TestServer server;
  private TestServer.Visitor visitor;
  private Run done;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void measure() {
    visitor = server.visitor();
    done = StoredRuns.done(server, "", List.of(), "");
  }

  private String state() {
    return json(visitor.get("/api/v1/runs/" + done.publicId())).required("state").stringValue();
  }

  private void cancel(String id) {
    assertThat(visitor.postJson("/api/v1/runs/" + id + "/cancellation", "{}").statusCode())
        .isEqualTo(202);
  }

  @Test
  void a_program_asks_for_some_contenders_and_the_answer_stays() {
    JsonNode before = json(visitor.get("/api/v1/runs/" + done.publicId()));
    HttpResponse<String> accepted =
        visitor.postJson(
            "/api/v1/runs/" + done.publicId() + "/profile", "{\"contenders\":[\"jvm/threads\"]}");
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(json(accepted).required("state").stringValue()).isEqualTo("queued");
    assertThat(json(accepted).required("answer")).isEqualTo(before.required("answer"));
    assertThat(json(accepted).required("finished_at").isNull()).isTrue();
    cancel(done.publicId());
    assertThat(json(visitor.get("/api/v1/runs/" + done.publicId()))).isEqualTo(before);
  }

  @Test
  void wrong_fields_are_named() {
    String profile = "/api/v1/runs/" + done.publicId() + "/profile";
    for (String wrong :
        List.of("{\"add\":3}", "{\"cell\":1}", "{\"contenders\":[\"jvm/fibers\"]}")) {
      HttpResponse<String> refused = visitor.postJson(profile, wrong);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains(wrong.substring(2, wrong.indexOf("\":")));
    }
    assertThat(state()).isEqualTo("done");
  }

  @Test
  void a_run_that_waits_or_ended_before_it_was_measured_is_not_profiled() {
    String id = visitor.submit("{\"workload\":\"sleep\"}");
    String profile = "/api/v1/runs/" + id + "/profile";
    assertThat(visitor.postJson(profile, "").statusCode()).isEqualTo(409);
    cancel(id);
    HttpResponse<String> cancelled = visitor.postJson(profile, "");
    assertThat(cancelled.statusCode()).isEqualTo(409);
    assertThat(cancelled.body()).contains("ended before all of it was measured");
  }

  @Test
  void a_person_presses_a_button_that_is_there_once_it_is_measured() {
    String page = "/runs/" + done.publicId();
    assertThat(visitor.get(page).body()).contains("action=\"" + page + "/profile\"");
    HttpResponse<String> queued = visitor.follow(visitor.form(page + "/profile"));
    assertThat(queued.body()).contains("Next in line").doesNotContain(page + "/profile");
    assertThat(visitor.follow(visitor.form(page + "/profile")).body()).contains("Next in line");
    cancel(done.publicId());
  }
}
