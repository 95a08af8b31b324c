package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.host.HostFacts;
import racecard.host.WorkerState;

final class HostPageTest {
  private static final String HERE = HostFacts.read().name();

  private TestServer server;

  @BeforeEach
  void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    server.rooms.hosts().begin(HostFacts.read(), "owner", "0.1.0");
    server.rooms.hosts().seen("owner", WorkerState.IDLE);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void runtimes_stand_with_what_they_are_and_those_to_measure_are_open() {
    found(python("3.11", null), python("3.12", null), python("3.6", "Too old <for> it."));
    String page = page();
    assertThat(new Markup(page).faults()).isEmpty();
    assertThat(page)
        .contains("/lab/python3.12", "Switch interval", "5.0 ms", "GIL", "aiohttp 3.14 · trio 0.3")
        .containsSubsequence("JVM", "CPython 3.12", "CPython 3.11", "CPython 3.6");
    assertThat(opened(page, "cpython-3.12")).isTrue();
    assertThat(opened(page, "cpython-3.11")).isFalse();
    assertThat(opened(page, "cpython-3.6")).isFalse();
    assertThat(page).contains("Too old &lt;for").doesNotContain("<for>");
    assertThat(server.visitor().get("/hosts").body())
        .contains("CPython 3.12, 3.11")
        .doesNotContain("3.6");
  }

  @Test
  void what_is_missing_stands_by_the_command_that_adds_it_and_then_by_its_reason() {
    found(python("3.12", null));
    assertThat(page())
        .containsSubsequence(
            "./racecard libraries cpython-3.12",
            "gevent",
            "It is not installed.",
            "Not to be had here",
            "curio",
            "It is archived.");
  }

  @Test
  void a_worker_that_looks_for_runtimes_says_so_wherever_its_state_stands() {
    server.rooms.hosts().seen("owner", WorkerState.PREPARING);
    assertThat(page()).contains("looks for runtimes and adds their libraries");
    String run = server.visitor().submit("{\"workload\":\"sleep\"}");
    for (String path : List.of("/queue", "/runs/" + run)) {
      assertThat(server.visitor().get(path).body())
          .contains("looks for runtimes", "Queued runs start when " + HERE);
    }
    server.rooms.hosts().seen("owner", WorkerState.IDLE);
    assertThat(server.visitor().get("/queue").body())
        .doesNotContain("Queued runs start when", "looks for runtimes");
  }

  @Test
  void the_worker_of_this_process_looks_again_when_it_is_bid_to() {
    TestServer.Visitor visitor = server.visitor();
    String page = visitor.follow(visitor.form(path(HERE) + "/look")).body();
    assertThat(page).contains("Look again");
    assertThat(server.looks).hasValue(1);
    visitor.form(path(HERE) + "/look");
    assertThat(page()).contains("as soon as nothing is measured").doesNotContain("Look again");
  }

  @Test
  void a_worker_elsewhere_and_a_stranger_are_refused() {
    HostFacts elsewhere = new HostFacts("else where", 2, 1L << 33, new LinkedHashMap<>());
    server.rooms.hosts().begin(elsewhere, "other", "0.1.0");
    TestServer.Visitor visitor = server.visitor();
    assertThat(visitor.get(path("else%20where")).body()).doesNotContain("Look again");
    assertThat(visitor.form(path("else%20where") + "/look").statusCode()).isEqualTo(404);
    assertThat(visitor.form("/hosts/nobody/look").statusCode()).isEqualTo(404);
    String type = "application/x-www-form-urlencoded";
    assertThat(visitor.post(path(HERE) + "/look", type, "").statusCode()).isEqualTo(403);
    assertThat(server.looks).hasValue(0);
  }

  private void found(FoundRuntime... runtimes) {
    server.rooms.hosts().found(HERE, RuntimesJson.write(List.of(runtimes)));
  }

  private String page() {
    HttpResponse<String> answer = server.visitor().get(path(HERE));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static String path(String host) {
    return "/hosts/" + host;
  }

  private static boolean opened(String page, String runtime) {
    String details = page.substring(page.indexOf("id=\"runtime-" + runtime + "\""));
    return details.substring(0, details.indexOf('>')).contains(" open");
  }

  private static FoundRuntime python(String version, @Nullable String reason) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("gil", "on");
    facts.put("switch_interval_ms", "5.0");
    Map<String, String> libraries = new LinkedHashMap<>();
    libraries.put("aiohttp", "3.14");
    libraries.put("trio", "0.3");
    return new FoundRuntime(
        "cpython-" + version,
        "runner-python",
        "CPython " + version,
        version + ".1",
        "/lab/python" + version,
        reason,
        new LinkedHashMap<>(facts),
        new LinkedHashMap<>(libraries),
        Map.of(
            "curio", new FoundRuntime.Missing("It is archived.", false),
            "gevent", new FoundRuntime.Missing("It is not installed.", true)));
  }
}
