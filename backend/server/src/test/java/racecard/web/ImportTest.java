package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.run.Run;
import tools.jackson.databind.JsonNode;

/** Files in and out by API and form, with and without a password. */
final class ImportTest {
  private static final String IMPORTS = "/api/v1/imports";
  private static final String BOUNDARY = "------geckoformboundary1";

  private TestServer server;
  private TestServer.Visitor visitor;
  private Run run;
  private String file;

  @BeforeEach
  void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    visitor = server.visitor();
    run = StoredRuns.done(server, "first try", List.of("demo"), "why\nso");
    file = visitor.get("/api/v1/runs/" + run.publicId() + "/export").body();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_file_by_the_api_becomes_a_run_with_every_page_and_file() {
    HttpResponse<String> answer = visitor.postJson(IMPORTS, file);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode json = TestServer.json(answer);
    String id = json.path("id").stringValue();
    assertThat(TestServer.location(answer)).isEqualTo("/api/v1/runs/" + id);
    assertThat(id).isNotEqualTo(run.publicId());
    assertThat(json.path("answer"))
        .isEqualTo(TestServer.json(visitor.get("/api/v1/runs/" + run.publicId())).path("answer"));
    assertThat(json.path("imported").path("id").stringValue()).isEqualTo(run.publicId());
    assertThat(json.path("imported").path("by").stringValue()).isEqualTo("api");
    for (String end : List.of("", ".json", ".csv", ".md", ".html", "/shares", "/deletion")) {
      assertThat(visitor.get("/runs/" + id + end).statusCode()).as(end).isEqualTo(200);
    }
    for (String end : List.of("export", "jmh", "pyperf", "hyperfine")) {
      HttpResponse<String> download = visitor.get("/runs/%s/%s.json".formatted(id, end));
      assertThat(download.statusCode()).as(end).isEqualTo(200);
      assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
          .isEqualTo("attachment; filename=\"racecard-%s-%s.json\"".formatted(id, end));
    }
  }

  @Test
  void its_page_says_where_it_was_measured_and_offers_no_more_measuring() {
    String id = TestServer.json(visitor.postJson(IMPORTS, file)).path("id").stringValue();
    String page = visitor.get("/runs/" + id).body();
    assertThat(page)
        .contains("imported</span> Measured elsewhere, as http://", "by Racecard test; imported")
        .contains("/export.json")
        .doesNotContain("Measure more");
    assertThat(visitor.get("/runs/" + run.publicId()).body()).contains("Measure more");
    assertThat(visitor.postJson("/api/v1/runs/" + id + "/generations", "{\"add\":3}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void it_can_be_shared() {
    String id = TestServer.json(visitor.postJson(IMPORTS, file)).path("id").stringValue();
    assertThat(visitor.form("/runs/" + id + "/shares").statusCode()).isEqualTo(303);
    String link =
        visitor.get("/runs/" + id + "/shares").body().replaceAll("(?s).*(/s/[0-9a-z]{26}).*", "$1");
    TestServer.Visitor reader = server.visitor();
    assertThat(reader.get(link).body())
        .contains("imported</span> Measured elsewhere", "href=\"" + link + "/export.json\"");
    assertThat(visitor.postJson(IMPORTS, reader.get(link + "/export.json").body()).statusCode())
        .isEqualTo(201);
    assertThat(reader.get("/s/" + "0".repeat(26) + "/export.json").statusCode()).isEqualTo(404);
  }

  @Test
  void lists_mark_it_and_neither_the_queue_nor_the_rules_count_it() {
    assertThat(visitor.get("/queue").body()).contains(run.publicId());
    String id = TestServer.json(visitor.postJson(IMPORTS, file)).path("id").stringValue();
    assertThat(visitor.get("/runs").body()).contains(id, " · imported");
    assertThat(visitor.get("/queue").body()).contains(run.publicId()).doesNotContain(id);
    assertThat(visitor.get("/rules").body()).doesNotContain(id);
  }

  @Test
  void a_chosen_file_becomes_a_run_without_a_script() {
    assertThat(visitor.get("/import").body()).contains("enctype=\"multipart/form-data\"");
    HttpResponse<String> answer = upload(visitor, visitor.token(), file);
    assertThat(visitor.follow(answer).body()).contains("imported</span>", "by the form.");
    assertThat(visitor.get("/runs").body()).contains("href=\"/import\"");
  }

  @Test
  void a_wrong_file_is_refused_with_its_place_by_form_and_api() {
    Map<String, Long> before = rows();
    String wrong = file.replaceFirst("\"tasks\":10", "\"tasks\":-1");
    HttpResponse<String> page = upload(visitor, visitor.token(), wrong);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("/run/plan/tasks must be a whole number", "aria-invalid=\"true\"");
    HttpResponse<String> problem = visitor.postJson(IMPORTS, wrong);
    assertThat(problem.statusCode()).isEqualTo(422);
    assertThat(TestServer.json(problem).path("errors").get(0).path("field").stringValue())
        .isEqualTo("/run/plan/tasks");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void the_form_needs_a_file_and_its_token() {
    visitor.token();
    assertThat(upload(visitor, "forged", file).statusCode()).isEqualTo(403);
    assertThat(
            multipart(visitor, part("csrf", visitor.token()) + "--" + BOUNDARY + "--\r\n")
                .statusCode())
        .isEqualTo(422);
    assertThat(multipart(visitor, part("csrf", visitor.token())).statusCode()).isEqualTo(400);
    assertThat(visitor.form("/import", "file", file).statusCode()).isEqualTo(415);
    assertThat(visitor.postJson(IMPORTS, "{}", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post(IMPORTS, "text/plain", "{}").statusCode()).isEqualTo(415);
  }

  @Test
  void a_file_of_some_mebibytes_is_read_and_one_above_sixteen_is_not() {
    String padded = file.substring(0, file.length() - 1) + " ".repeat(3 << 20) + "}";
    assertThat(visitor.postJson(IMPORTS, padded).statusCode()).isEqualTo(201);
    assertThat(upload(visitor, visitor.token(), padded).statusCode()).isEqualTo(303);
    String full = file + " ".repeat((16 << 20) - file.getBytes(StandardCharsets.UTF_8).length);
    assertThat(upload(visitor, visitor.token(), full).statusCode()).isEqualTo(303);
    HttpResponse<String> answer = visitor.postJson(IMPORTS, " ".repeat((16 << 20) + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than 16 MiB");
    assertThat(visitor.postJson("/api/v1/runs", " ".repeat((1 << 20) + 1)).body())
        .contains("larger than 1 MiB");
  }

  @Test
  void a_run_that_waits_cannot_be_exported_yet() {
    String id = visitor.submit("{\"workload\":\"sleep\"}");
    assertThat(visitor.get("/api/v1/runs/" + id + "/export").statusCode()).isEqualTo(409);
    HttpResponse<String> refused = visitor.get("/runs/" + id + "/jmh.json");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(visitor.get("/api/v1/runs/nothing00/export").statusCode()).isEqualTo(404);
  }

  @Test
  void while_a_file_is_read_another_is_asked_for_again() {
    String link = "/runs/" + run.publicId() + "/export.json";
    HttpResponse<String> busy = server.turn.take(() -> visitor.get(link)).orElseThrow();
    assertThat(busy.statusCode()).isEqualTo(503);
    assertThat(busy.headers().firstValue("Retry-After")).contains("10");
    assertThat(busy.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(visitor.get(link).statusCode()).isEqualTo(200);
  }

  @Test
  void a_foreign_run_is_shown_shared_and_found_but_neither_repeated_nor_asked_for() {
    String foreign =
        "{\"results\":[{\"command\":\"a <b>\",\"times\":[1.0,1.1]},{\"command\":\"c\",\"times\":[2.0]}]}";
    String id = TestServer.json(visitor.postJson(IMPORTS, foreign)).path("id").stringValue();
    String page = visitor.get("/runs/" + id).body();
    assertThat(page)
        .contains("No verdict, since they were not measured in turns", "a &lt;b&gt;")
        .doesNotContain("Repeat this", "Run again", "Change and run", "a <b>");
    assertThat(visitor.get("/runs/" + id + ".html").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/runs/" + id + ".md").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/runs?workload=foreign").body()).contains(id);
    assertThat(visitor.postJson("/api/v1/runs", "{\"workload\":\"foreign\"}").statusCode())
        .isEqualTo(422);
    assertThat(visitor.get("/runs/new?from=" + id).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/rules").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/queue").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/api/v1/runs").statusCode()).isEqualTo(200);
  }

  @Test
  void with_a_password_nobody_brings_or_takes_a_file_without_it(@TempDir Path other) {
    try (TestServer closed = TestServer.withPassword(other, "correct horse")) {
      TestServer.Visitor stranger = closed.visitor();
      assertThat(stranger.postJson(IMPORTS, file).statusCode()).isEqualTo(401);
      assertThat(stranger.postJson(IMPORTS, " ".repeat(2 << 20)).statusCode()).isEqualTo(413);
      assertThat(stranger.get("/import").statusCode()).isEqualTo(303);
      String bearer = "Bearer correct horse";
      HttpResponse<String> brought = stranger.postJson(IMPORTS, file, "Authorization", bearer);
      assertThat(brought.statusCode()).isEqualTo(201);
      String export = TestServer.location(brought) + "/export";
      assertThat(stranger.get(export).statusCode()).isEqualTo(401);
      assertThat(stranger.get(export, "Authorization", bearer).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> upload(TestServer.Visitor from, String token, String content) {
    return multipart(
        from,
        part("csrf", token)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"run.json\"\r\n"
                .formatted(BOUNDARY)
            + "Content-Type: application/json\r\n\r\n"
            + content
            + "\r\n--%s--\r\n".formatted(BOUNDARY));
  }

  private static String part(String name, String content) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, content);
  }

  private static HttpResponse<String> multipart(TestServer.Visitor from, String body) {
    return from.post("/import", "multipart/form-data; boundary=" + BOUNDARY, body);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : List.of("run", "job", "attempt", "generation", "sample", "outcome")) {
      rows.put(
          table,
          server
              .database
              .jdbi()
              .withHandle(handle ->
                  handle.createQuery("select count(*) from " + table).mapTo(long.class).one()));
    }
    return rows;
  }
}
