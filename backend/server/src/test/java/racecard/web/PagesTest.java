package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.host.HostFacts;
import racecard.view.Assets;

final class PagesTest {
  private static TestServer server;
  private static String run;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    server.rooms.hosts().begin(HostFacts.read(), "owner", "0.1.0");
    run = server.visitor().submit("{\"workload\":\"sleep\",\"label\":\"first\"}");
    server.visitor().postJson("/api/v1/runs/" + run + "/cancellation", "");
    server.visitor().submit("{\"workload\":\"power\"}");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs/new",
        "/runs/new?from=RUN",
        "/runs/new?tasks=many",
        "/queue",
        "/runs",
        "/runs?q=first&state=cancelled",
        "/runs?q=nothing-like-it",
        "/runs/RUN",
        "/runs/RUN/shares",
        "/runs/RUN/deletion",
        "/hosts",
        "/rules",
        "/help/method",
        "/help/glossary",
        "/help/api",
        "/nothing",
        "/runs/nothing1",
        "/runs?state=asleep",
      })
  void every_page_is_well_formed_has_a_title_and_is_kept_by_nobody(String path) {
    HttpResponse<String> page = server.visitor().get(path.replace("RUN", run));
    Markup markup = new Markup(page.body());
    assertThat(markup.faults()).isEmpty();
    assertThat(markup.title()).endsWith("Racecard").hasSizeGreaterThan(8);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body()).doesNotContain("Exception").doesNotContain(" style=");
  }

  @Test
  void a_host_has_a_page_with_its_facts() {
    String name = HostFacts.read().name();
    HttpResponse<String> page = server.visitor().get("/hosts/" + name);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(name, "Kernel", "Worker", "virtual-threads");
    assertThat(server.visitor().get("/hosts/nowhere").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/queue",
        "/healthz",
        "/static/racecard.css",
        "/runs/nothing1/shares",
        "/api/v1/runs"
      })
  void head_answers_as_get_does_but_without_a_body(String path) {
    HttpResponse<String> get = server.visitor().get(path);
    HttpResponse<String> head = server.visitor().head(path);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void a_person_is_answered_with_a_page_and_a_program_with_a_problem() {
    HttpResponse<String> page = server.visitor().get("/nothing", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page").contains("/nothing");
    HttpResponse<String> problem = server.visitor().get("/nothing", "Accept", "application/json");
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void files_asked_for_by_their_version_are_kept_for_ever() {
    HttpResponse<String> kept = server.visitor().get(Assets.href("app.js"));
    assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    HttpResponse<String> plain = server.visitor().get("/static/app.js?v=older");
    assertThat(plain.headers().firstValue("Cache-Control")).hasValue("no-cache");
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = server.visitor().get("/static/app.js", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(server.visitor().get("/static/app.mjs").statusCode()).isEqualTo(404);
  }

  @Test
  void browsers_find_an_icon_and_robots_are_sent_away() {
    HttpResponse<String> icon = server.visitor().follow(server.visitor().get("/favicon.ico"));
    assertThat(icon.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(server.visitor().get("/robots.txt").body()).contains("Disallow: /");
  }

  @Test
  void health_says_what_a_guardian_needs_and_no_secret() {
    HttpResponse<String> health = server.visitor().get("/healthz");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(TestServer.json(health).required("status").stringValue()).isEqualTo("ok");
    assertThat(TestServer.json(health).required("queued").longValue()).isEqualTo(1);
    assertThat(TestServer.json(health).required("workers").intValue()).isEqualTo(1);
    assertThat(TestServer.json(health).required("worker_seen_at").stringValue()).endsWith("Z");
  }

  @Test
  void a_database_that_does_not_answer_is_said_and_never_shown(@TempDir Path directory) {
    try (TestServer broken = TestServer.open(directory)) {
      broken.database.close();
      HttpResponse<String> health = broken.visitor().get("/healthz");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(TestServer.json(health).required("database").booleanValue()).isFalse();
      HttpResponse<String> page = broken.visitor().get("/");
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("Racecard failed").doesNotContain("jdbc", "Hikari", "\tat ");
    }
  }
}
