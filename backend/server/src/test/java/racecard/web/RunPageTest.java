package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.run.Run;
import racecard.run.Share;

/** The run's page, its shared page and its file. */
final class RunPageTest {
  private static final String HOSTILE = "<script>alert(\"x\")</script>'\u202Egnp";
  private static TestServer server;
  private static Run run;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.withPassword(directory, "correct horse battery");
    run = StoredRuns.done(server, HOSTILE, List.of("a\"b<i>"), HOSTILE + "\n</textarea>");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static HttpResponse<String> get(String path) {
    return server.visitor().get(path, "Authorization", "Bearer correct horse battery");
  }

  private static String detail(HttpResponse<String> answer) {
    return TestServer.json(answer).required("detail").stringValue();
  }

  private static Share share() {
    return server.rooms.shares().create(run.id());
  }

  @Test
  void the_page_says_the_answer_and_every_part_of_it() {
    HttpResponse<String> page = get("/runs/" + run.publicId());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .contains("times as fast as one after another")
        .contains("10 tasks × 4 downloads of 50 ms, all in flight")
        .contains("ask for fewer")
        .contains("None of 36 rounds overlapped another")
        .contains("Authorization: Bearer PASSWORD")
        .contains("/runs/new?from=" + run.publicId())
        .contains("/runs/" + run.publicId() + "/deletion");
  }

  @Test
  void what_a_person_wrote_is_text_and_never_markup() {
    for (String path :
        List.of(
            "/runs/" + run.publicId(),
            "/runs/" + run.publicId() + ".html",
            "/s/" + share().token())) {
      assertThat(get(path).body())
          .as(path)
          .doesNotContain("<script>alert")
          .doesNotContain("<i>")
          .doesNotContain("</textarea>\n")
          .doesNotContain("<processes>");
    }
  }

  @Test
  void a_shared_page_opens_without_a_password_and_offers_nothing_but_the_run() {
    Share share = share();
    HttpResponse<String> page = server.visitor().get("/s/" + share.token());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .contains("times as fast as one after another")
        .doesNotContain("/runs/" + run.publicId())
        .doesNotContain("/runs/new")
        .doesNotContain("/hosts/")
        .doesNotContain("<form")
        .doesNotContain("Bearer");
  }

  @Test
  void a_shared_page_is_read_again_by_its_own_link_until_the_run_is_final() {
    TestServer.Visitor visitor = server.visitor();
    HttpResponse<String> made =
        visitor.postJson(
            "/api/v1/runs",
            "{\"workload\":\"sleep\"}",
            "Authorization",
            "Bearer correct horse battery");
    Run waiting =
        server.rooms.runs().find(TestServer.json(made).required("id").stringValue()).orElseThrow();
    String path = "/s/" + server.rooms.shares().create(waiting.id()).token();
    assertThat(visitor.get(path).body())
        .contains("data-poll=\"" + path + "\"", "http-equiv=\"refresh\"")
        .doesNotContain("/events");
    server.rooms.queue().cancel(waiting.id());
    assertThat(visitor.get(path).body()).doesNotContain("data-poll", "http-equiv=\"refresh\"");
  }

  @Test
  void a_revoked_or_unknown_link_opens_nothing() {
    Share share = share();
    server.rooms.shares().revoke(share.token());
    for (String token : List.of(share.token(), "a".repeat(26), "x", "%27", "A".repeat(26))) {
      HttpResponse<String> page = server.visitor().get("/s/" + token);
      assertThat(page.statusCode()).as(token).isEqualTo(404);
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(page.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
      assertThat(detail(server.visitor().get("/s/" + token, "Accept", "application/json")))
          .startsWith("This link opens nothing: it was revoked");
    }
  }

  @Test
  void the_file_needs_no_server_and_runs_nothing() {
    HttpResponse<String> file = get("/runs/" + run.publicId() + ".html");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"racecard-%s.html\"".formatted(run.publicId()));
    assertThat(file.body())
        .contains("times as fast as one after another")
        .doesNotContain("<script")
        .doesNotContain("<form")
        .doesNotContainPattern("(?:src|href|action)=\"(?!#|data:)[^\"]+\"");
  }

  @Test
  void the_markdown_is_a_file_with_a_link_back() {
    HttpResponse<String> file = get("/runs/" + run.publicId() + ".md");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
    assertThat(file.body()).contains(server.at("/runs/" + run.publicId()).toString());
  }

  @Test
  void a_waiting_run_says_where_it_stands_and_can_be_cancelled() {
    TestServer.Visitor visitor = server.visitor();
    HttpResponse<String> made =
        visitor.postJson(
            "/api/v1/runs",
            "{\"workload\":\"sleep\"}",
            "Authorization",
            "Bearer correct horse battery");
    String id = TestServer.json(made).required("id").stringValue();
    assertThat(get("/runs/" + id).body())
        .contains("Next in line")
        .contains("Not measured yet: the run waits in the queue.")
        .contains("/runs/" + id + "/cancellation")
        .doesNotContain("/runs/" + id + "/deletion");
  }

  @Test
  void an_id_that_no_run_has_is_a_page_that_says_so() {
    for (String path : List.of("/runs/nothing1", "/runs/nothing1.html", "/runs/nothing1.md")) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(404);
      assertThat(page.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }
  }
}
