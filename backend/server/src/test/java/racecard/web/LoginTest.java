package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.web.TestServer.location;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginTest {
  private static final String PASSWORD = "correct horse";
  private static TestServer server;
  private static TestServer open;

  @BeforeAll
  static void open(@TempDir Path directory, @TempDir Path other) {
    server = TestServer.withPassword(directory, PASSWORD);
    open = TestServer.open(other);
  }

  @AfterAll
  static void close() {
    server.close();
    open.close();
  }

  @Test
  void a_person_is_led_to_where_they_wanted_to_go_after_logging_in_and_out() {
    TestServer.Visitor visitor = server.visitor();
    String login = location(visitor.get("/runs?q=a+b"));
    assertThat(login).isEqualTo("/login?next=%2Fruns%3Fq%3Da%2Bb");
    assertThat(visitor.get(login).body()).contains("/runs?q=a+b");
    HttpResponse<String> wrong = visitor.form("/login", "password", "guess", "next", "/runs?q=a+b");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("This is not the password", "/runs?q=a+b");
    HttpResponse<String> right =
        visitor.form("/login", "password", PASSWORD, "next", "/runs?q=a+b");
    assertThat(location(right)).isEqualTo("/runs?q=a+b");
    assertThat(visitor.follow(right).body()).contains("/logout");
    assertThat(location(visitor.form("/logout"))).isEqualTo("/login");
    assertThat(visitor.get("/runs").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "evil.example",
        "/a\r\nSet-Cookie: x=1",
        "/\t/evil.example",
        "/ä",
        "",
      })
  void no_next_leads_to_another_site(String next) {
    TestServer.Visitor visitor = open.visitor();
    String query = URLEncoder.encode(next, StandardCharsets.UTF_8);
    assertThat(location(visitor.get("/login?next=" + query))).isEqualTo("/");
    assertThat(location(visitor.form("/login", "password", "", "next", next))).isEqualTo("/");
    assertThat(server.visitor().get("/login?next=" + query).body()).doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs",
        "/queue",
        "/hosts",
        "/help/api",
        "/runs/new/estimate",
        "/runs/nothing1/events"
      })
  void nothing_is_shown_before_the_password(String path) {
    HttpResponse<String> answer = server.visitor().get(path);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).startsWith("/login?next=");
  }

  @Test
  void what_looks_after_the_server_needs_no_password() {
    for (String path : new String[] {"/healthz", "/robots.txt", "/static/racecard.css", "/login"}) {
      assertThat(server.visitor().get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void guessing_at_once_is_no_faster_than_one_after_another(@TempDir Path directory)
      throws InterruptedException {
    try (TestServer fresh = TestServer.withPassword(directory, PASSWORD);
        ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      TestServer.Visitor visitor = fresh.visitor();
      assertThat(bearer(visitor, PASSWORD)).isEqualTo(200);
      Callable<Integer> guess = () -> bearer(visitor, "a guess");
      List<Integer> answers =
          crowd.invokeAll(Collections.nCopies(40, guess)).stream().map(Future::resultNow).toList();
      assertThat(answers).containsOnly(401, 429);
      assertThat(answers.stream().filter(answer -> answer == 401).count()).isLessThanOrEqualTo(10);
      assertThat(bearer(visitor, PASSWORD)).isEqualTo(200);
    }
  }

  private static int bearer(TestServer.Visitor visitor, String password) {
    return visitor.get("/api/v1/catalog", "Authorization", "Bearer " + password).statusCode();
  }

  @Test
  void a_post_without_the_password_is_refused_with_a_way_to_log_in() {
    HttpResponse<String> answer = server.visitor().form("/queue/pause");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("/login");
    assertThat(server.rooms.pause().paused()).isFalse();
  }
}
