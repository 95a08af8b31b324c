package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.run.Run;

/** Pages where a host has several runtimes, without JavaScript. */
final class SeveralRuntimesTest {
  private static TestServer server;
  private static TestServer.Visitor visitor;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server =
        TestServer.withCatalog(
            directory,
            Catalog.of(
                List.of(
                    found("cpython-3.11"),
                    found("cpython-3.9", "threads", "thread-pool"),
                    found("pypy-3.9"))));
    visitor = server.visitor();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static FoundRuntime found(String id, String... missing) {
    Map<String, FoundRuntime.Missing> lacks = new LinkedHashMap<>();
    for (String strategy : missing) {
      lacks.put(strategy, new FoundRuntime.Missing("The library lab is not installed.", true));
    }
    return new FoundRuntime(
        id,
        "runner-jvm",
        id.replace('-', ' '),
        "1",
        "/usr/bin/" + id,
        null,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        lacks);
  }

  private static Run everything(Workload workload) {
    List<String> names =
        server.rooms.catalog().get().contenders().stream()
            .filter(Contender::available)
            .map(contender -> contender.name().toString())
            .toList();
    Map<String, Double> ms = new LinkedHashMap<>();
    names.forEach(name -> ms.put(name, name.endsWith("/sequential") ? 1000.0 : 500.0 + ms.size()));
    return StoredRun.of(
            Rooms.on(server.database), StoredRun.plan(workload, null, names.toArray(String[]::new)))
        .begin()
        .generations(3, ms)
        .done();
  }

  private static List<String> all(String body, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(body)
        .results()
        .map((MatchResult result) -> result.group(1).strip())
        .toList();
  }

  @Test
  void the_form_opens_preferred_runtimes_and_folds_the_others() {
    String form = visitor.get("/runs/new").body();
    assertThat(all(form, "<details class=\"runtime-group(?: folded)?\"((?: open)?)>"))
        .containsExactly("open", "open", "", "");
    assertThat(all(form, "<summary>(JVM|[a-z0-9.-]+)[^<]* <span class=\"hint\">[0-9]+ contenders"))
        .containsExactly("JVM", "cpython-3.11", "cpython-3.9", "pypy-3.9");
    assertThat(all(form, "name=\"contenders\" value=\"([^\"]+)\" checked"))
        .contains("jvm/threads", "cpython-3.11/threads")
        .noneMatch(name -> name.startsWith("cpython-3.9/") || name.startsWith("pypy-3.9/"));
  }

  @Test
  void what_is_missing_stands_once_for_its_reason_with_the_command_that_adds_it() {
    String form = visitor.get("/runs/new").body();
    assertThat(form).doesNotContain("value=\"cpython-3.9/threads\"");
    assertThat(all(form, "(The library lab is not installed\\.)")).hasSize(1);
    assertThat(form).contains("Add what is missing: <code>./racecard libraries cpython-3.9</code>");
  }

  @Test
  void a_mistake_is_named_as_one_and_not_ticked() {
    String form = visitor.get("/runs/new").body();
    assertThat(form)
        .contains("value=\"jvm/event-loop-blocking\">")
        .contains("a mistake to learn from");
  }

  @Test
  void choosing_everything_asks_first_and_says_how_long_it_takes() {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "workload",
                "fetch",
                "tasks",
                "60",
                "precision",
                "careful",
                "fetch.delay_ms",
                "80"));
    for (Contender contender : server.rooms.catalog().get().contenders()) {
      if (contender.available()) {
        fields.addAll(List.of("contenders", contender.name().toString()));
      }
    }
    HttpResponse<String> answer = visitor.form("/runs", fields.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .containsPattern("3[0-9] contenders take at least [0-9]+ min; fewer of them")
        .contains("Run anyway");
  }

  @Test
  void presets_measure_both_runtimes_and_show_the_gil() {
    String overview = visitor.get("/").body();
    assertThat(overview)
        .contains("JVM and CPython side by side.", "The GIL, seen", "Run hash", "Run power")
        .contains("name=\"contenders\" value=\"cpython-3.11/threads\"")
        .doesNotContain("name=\"contenders\" value=\"pypy-3.9/");
  }

  @Test
  void a_run_of_everything_is_shown_runtime_by_runtime_and_loses_nobody() {
    Run run = everything(Workload.HASH);
    String page = visitor.get("/runs/" + run.publicId()).body();
    assertThat(page)
        .contains("On jvm, ", "On cpython-3.11, ", "On pypy-3.9, ")
        .contains("each runtime by its own sequential");
    assertThat(all(page, "<h3 class=\"of-runtime\">([^<]+)</h3>"))
        .startsWith("jvm", "cpython-3.11", "cpython-3.9", "pypy-3.9");
    assertThat(run.contenders())
        .hasSizeGreaterThan(25)
        .allSatisfy(name -> assertThat(page).contains("title=\"" + name + "\""));
    assertThat(all(page, "<h3>([^<]+ in (?:Java|Python))</h3>")).hasSize(4);
  }

  @Test
  void with_one_baseline_for_all_every_list_is_one_and_best_first() {
    Run run =
        StoredRun.of(
                Rooms.on(server.database),
                StoredRun.plan(
                    Workload.SLEEP,
                    "jvm/sequential",
                    "jvm/sequential",
                    "cpython-3.11/threads",
                    "jvm/threads"))
            .begin()
            .generations(
                3,
                Map.of(
                    "jvm/sequential", 1000.0, "cpython-3.11/threads", 500.0, "jvm/threads", 200.0))
            .done();
    String page = visitor.get("/runs/" + run.publicId()).body();
    assertThat(page).doesNotContain("of-runtime");
    List<String> best = List.of("jvm/threads", "cpython-3.11/threads", "jvm/sequential");
    String name = "<span class=\"runtime\">([^<]+</span><span class=\"strategy\">[^<]+)</span>";
    assertThat(all(page, "<th scope=\"row\"><span class=\"contender\">.{0,200}?" + name))
        .extracting(cells -> cells.replaceAll("<[^>]+>", ""))
        .containsExactlyElementsOf(
            Stream.of(best, best).flatMap(List::stream).toList()); // why, and all numbers
  }

  @Test
  void one_runtime_can_be_shown_alone() {
    Run run = everything(Workload.HASH);
    String page = visitor.get("/runs/%s?runtime=pypy-3.9".formatted(run.publicId())).body();
    assertThat(page)
        .contains("title=\"pypy-3.9/threads\"")
        .doesNotContain("title=\"jvm/threads\"")
        .contains("?runtime=pypy-3.9\" aria-current=\"true\"");
    String other = visitor.get("/runs/%s?runtime=%%22%%3E".formatted(run.publicId())).body();
    assertThat(other).contains("title=\"jvm/threads\"");
  }
}
