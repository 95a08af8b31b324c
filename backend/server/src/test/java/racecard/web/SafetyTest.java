package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafetyTest {
  private static TestServer server;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String get(String path, String... headers) {
    return Raw.send(server.server.port(), Raw.request("GET", path, headers));
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String host() {
    return "Host: 127.0.0.1:" + server.server.port();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/catalog", "/nothing", "/api/v1/runs/nothing", "/a/%2e%2e/b", "/%zz"})
  void every_answer_carries_the_headers_and_no_version(String path) {
    assertThat(get(path, host()))
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self'")
        .contains("frame-ancestors 'none'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: same-origin")
        .doesNotContainIgnoringCase("\nserver:")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContainIgnoringCase("javalin")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "127.0.0.1:7070, 200",
    "localhost, 200",
    "LOCALHOST:1, 200",
    "[::1]:7070, 200",
    "evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "localhost.evil.example:7070, 421",
    "169.254.169.254, 421",
    "[fe80::1], 421",
    "0.0.0.0, 421",
  })
  void only_known_names_are_answered(String host, int status) {
    assertThat(status(get("/api/v1/catalog", "Host: " + host))).isEqualTo(status);
  }

  @Test
  void an_unknown_name_is_told_what_to_do() {
    assertThat(get("/api/v1/catalog", "Host: box.lan:7070"))
        .contains("--public-url http://box.lan:7070");
  }

  @Test
  void a_request_without_a_name_is_refused() {
    assertThat(status(get("/api/v1/catalog"))).isEqualTo(400);
    assertThat(status(Raw.send(server.server.port(), "GET /api/v1/catalog HTTP/1.0\r\n\r\n")))
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, https://127.0.0.1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void a_page_elsewhere_changes_nothing(String header, String content) {
    HttpResponse<String> answer =
        server.visitor().postJson("/api/v1/runs", "{\"workload\":\"sleep\"}", header, content);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void our_own_pages_may_change_things() {
    String origin = "http://127.0.0.1:" + server.server.port();
    HttpResponse<String> answer =
        server
            .visitor()
            .postJson(
                "/api/v1/runs",
                "{\"workload\":\"sleep\"}",
                "Origin",
                origin,
                "Sec-Fetch-Site",
                "same-origin");
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void the_api_takes_nothing_that_a_form_could_send(String type) {
    HttpResponse<String> answer =
        server.visitor().post("/api/v1/runs", type, "{\"workload\":\"sleep\"}");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../racecard.mv.db",
        "/static/..%2f..%2fetc/passwd",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/static//etc/passwd",
        "/static/..%5c..%5cetc/passwd",
        "/webjars/%2e%2e/%2e%2e/racecard/Main.class",
        "/static/../../db/migration/V1__run_and_job.sql",
        "/static/%00",
      })
  void no_path_leads_out_of_the_static_files(String path) {
    String answer = get(path, host());
    assertThat(status(answer)).isIn(400, 404);
    assertThat(answer).doesNotContain("root:").doesNotContain("create table");
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, /, GET",
    "PUT, /runs, POST",
    "PATCH, /api/v1/runs, POST",
    "OPTIONS, /api/v1/runs, POST",
    "DELETE, /api/v1/runs, POST",
  })
  void another_method_is_told_which_there_are(String method, String path, String allowed) {
    String answer = Raw.send(server.server.port(), Raw.request(method, path, host()));
    assertThat(status(answer)).isEqualTo(405);
    assertThat(answer).containsPattern("\r\nAllow: [A-Z, ]*\\b" + allowed + "\\b");
  }

  @Test
  void the_hundred_and_twenty_first_change_of_a_minute_has_to_wait(@TempDir Path directory) {
    try (TestServer fresh = TestServer.open(directory)) {
      TestServer.Visitor visitor = fresh.visitor();
      HttpResponse<String> answer = null;
      int sent = 0;
      while (sent < 200 && (answer == null || answer.statusCode() != 429)) {
        answer = visitor.postJson("/api/v1/runs", "{}");
        sent++;
      }
      assertThat(answer).isNotNull();
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(sent).isGreaterThan(120);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
      assertThat(visitor.get("/api/v1/runs").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_server_behind_a_proxy_answers_to_its_public_name(@TempDir Path directory) {
    try (TestServer proxied = TestServer.withPublicUrl(directory, "https://race.example")) {
      int port = proxied.server.port();
      assertThat(
              status(Raw.send(port, Raw.request("GET", "/api/v1/catalog", "Host: race.example"))))
          .isEqualTo(200);
      String json = "{\"workload\":\"sleep\"}";
      HttpResponse<String> answer =
          proxied.visitor().postJson("/api/v1/runs", json, "Origin", "https://race.example");
      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(TestServer.json(answer).required("url").stringValue())
          .startsWith("https://race.example/runs/");
    }
  }
}
