package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.catalog.Levels;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.run.Run;
import tools.jackson.databind.JsonNode;

/** Runs of several cells on pages and in the API. */
final class LevelPagesTest {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";
  private static TestServer server;
  private static TestServer.Visitor visitor;
  private static Run scaled;
  private static Run map;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    visitor = server.visitor();
    scaled = scaled();
    map = map();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Run scaled() {
    StoredRun story =
        StoredRun.of(
            Rooms.on(server.database),
            StoredRun.plan(Workload.SLEEP, null, SEQUENTIAL, THREADS).with(10, 1),
            new Levels(List.of(1, 2, 4), List.of(), List.of()));
    for (double ms : List.of(500.0, 250.0, 251.0)) {
      story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, ms)).done();
    }
    return story.now();
  }

  private static Run map() {
    StoredRun story =
        StoredRun.of(
            Rooms.on(server.database),
            StoredRun.plan(Workload.MIXED, null, SEQUENTIAL, THREADS)
                .with(10, 1)
                .with("cpu_percent", 0),
            new Levels(List.of(1, 4), List.of(), List.of(0, 100)));
    for (double ms : List.of(500.0, 250.0, 600.0)) {
      story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, ms)).done();
    }
    story.begin();
    return story.cancelled();
  }

  private static String page(String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new Markup(answer.body()).faults()).isEmpty();
    return answer.body();
  }

  private static String href(Run run) {
    return "/runs/" + run.publicId();
  }

  @Test
  void the_page_of_several_levels_has_the_chart_the_same_numbers_and_a_way_to_each_cell() {
    String page = page(href(scaled));
    assertThat(page)
        .contains("<h2>Scaling</h2>")
        .contains("scale to 2 in flight, then no further")
        .contains("class=\"linear\"")
        .contains("class=\"ring\"")
        .contains(href(scaled) + "?cell=1")
        .contains(href(scaled) + "?cell=2")
        .contains("3 of 3 levels measured");
    assertThat(page).doesNotContain("<h2>Ranking</h2>");
  }

  @Test
  void each_cell_has_the_page_that_a_run_of_one_cell_has() {
    assertThat(page(href(scaled) + "?cell=1"))
        .contains("<h2>Ranking</h2>")
        .contains("at most 4 in flight")
        .contains("all levels")
        .contains("<input type=\"hidden\" name=\"cell\" value=\"1\">");
    assertThat(page(href(scaled) + "?cell=9")).contains("<h2>Scaling</h2>");
  }

  @Test
  void a_map_that_waits_says_that_nothing_won() {
    String id =
        visitor.submit(
            "{\"workload\":\"mixed\",\"levels\":{\"cpu_percent\":[0,50],\"in_flight\":[1,4]}}");
    assertThat(page("/runs/" + id)).contains("No square has a winner.").doesNotContain("squares .");
    visitor.postJson("/api/v1/runs/" + id + "/cancellation", "{}");
  }

  @Test
  void a_map_is_a_table_whose_squares_lead_to_their_evidence() {
    String page = page(href(map));
    assertThat(page)
        .contains("<h2>Choice map</h2>")
        .contains("0 % CPU, 1 in flight: sequential, tied with threads")
        .contains("100 % CPU, 4 in flight: threads, 2.00 times as fast as the next")
        .contains("square empty")
        .contains("square tied")
        .contains("square clear")
        .contains("href=\"%s?cell=0\"".formatted(href(map)))
        .contains("From 3 of 4 cells.");
    assertThat(page(href(map) + "?cell=1")).contains("the whole map");
  }

  @Test
  void the_json_has_every_cell_with_its_levels_and_rates() {
    JsonNode run = TestServer.json(visitor.get(href(scaled) + ".json"));
    assertThat(run.path("levels").path("in_flight")).hasSize(3);
    assertThat(run.path("answer").asString()).startsWith("Threads scale to 2 in flight");
    JsonNode cells = run.path("cells");
    assertThat(cells).hasSize(3);
    assertThat(cells.path(1).path("levels").path("in_flight").asInt()).isEqualTo(4);
    assertThat(cells.path(1).path("state").asString()).isEqualTo("done");
    assertThat(cells.path(1).path("contenders")).hasSize(2);
    JsonNode rate = cells.path(2).path("rates").path(1);
    assertThat(rate.path("name").asString()).isEqualTo(THREADS);
    assertThat(rate.path("recommended").asBoolean()).isTrue();
    assertThat(rate.path("per_second").asDouble()).isBetween(39.0, 41.0);
  }

  @Test
  void the_json_of_a_run_of_one_cell_says_that_nothing_varies() {
    Run one = StoredRuns.done(server, "one", List.of(), "");
    JsonNode run = TestServer.json(visitor.get(href(one) + ".json"));
    assertThat(run.path("levels").isNull()).isTrue();
    assertThat(run.path("cells").isEmpty()).isTrue();
  }

  @Test
  void samples_name_their_cell_and_markdown_has_all_levels_or_one() {
    assertThat(visitor.get(href(scaled) + ".csv").body()).contains("," + "2,1,1,1,jvm/sequential");
    assertThat(visitor.get(href(scaled) + ".md").body())
        .contains(
            "| tasks a second | 1 in flight | 2 in flight | 4 in flight | knee | recommended |")
        .contains("| threads | 20.0 | 39.8 | 40.0 | 2 | 2 |");
    assertThat(visitor.get(href(scaled) + ".md?cell=1").body()).contains("| threads | 0.250 |");
    assertThat(visitor.get(href(scaled) + ".html").body()).contains("<h2>Scaling</h2>");
    assertThat(visitor.get(href(map) + ".md").body()).contains("| CPU share |");
  }

  @Test
  void a_shared_run_shows_all_cells_and_each() {
    String token = Rooms.on(server.database).shares.create(map.id()).token();
    assertThat(page("/s/" + token))
        .contains("<h2>Choice map</h2>")
        .contains("/s/%s?cell=1".formatted(token));
    assertThat(page("/s/" + token + "?cell=1")).contains("<h2>Ranking</h2>");
  }

  @Test
  void a_run_of_several_levels_comes_back_from_its_file_with_all_of_them() {
    String file = visitor.get("/api/v1/runs/%s/export".formatted(scaled.publicId())).body();
    HttpResponse<String> imported = visitor.postJson("/api/v1/imports", file);
    assertThat(imported.statusCode()).isEqualTo(201);
    assertThat(imported.body()).isEqualTo(page(TestServer.location(imported)));
    String id = TestServer.json(imported).required("id").stringValue();
    assertThat(page("/runs/" + id)).contains("<h2>Scaling</h2>", "scale to 2 in flight");
    assertThat(page("/runs/" + id + "?cell=1")).contains("at most 4 in flight");
    String wrong =
        file.replace("\"levels\":{\"in_flight\":[1,2,4]}", "\"levels\":{\"tasks\":[1,2]}");
    assertThat(wrong).isNotEqualTo(file);
    assertThat(visitor.postJson("/api/v1/imports", wrong).body())
        .contains("must begin with the levels of the plan");
    String swapped = file.replaceFirst("\"outcome\":\\{\"job\":1,", "\"outcome\":{\"job\":2,");
    assertThat(swapped).isNotEqualTo(file);
    assertThat(visitor.postJson("/api/v1/imports", swapped).body())
        .contains("/cells/0/outcome/job", "must be a job of this cell");
  }

  @Test
  void lists_and_the_queue_show_one_line_for_all_cells() {
    assertThat(page("/runs")).contains("Threads scale to 2 in flight");
    assertThat(page("/queue").split(href(scaled), -1)).hasSize(2);
  }

  @Test
  void the_form_makes_a_run_of_several_levels_and_fills_itself_from_one() {
    HttpResponse<String> made =
        visitor.form(
            "/runs",
            "workload",
            "sleep",
            "sleep.sleep_ms",
            "5",
            "tasks",
            "8",
            "in_flight",
            "3",
            "levels.in_flight",
            "1, 8 4",
            "precision",
            "quick",
            "contenders",
            SEQUENTIAL,
            "contenders",
            THREADS);
    Run run = server.rooms.runs().find(TestServer.location(made).substring(6)).orElseThrow();
    assertThat(run.levels().inFlight()).containsExactly(1, 4, 8);
    assertThat(server.rooms.jobs().ofRun(run.id())).hasSize(3);
    assertThat(page("/runs/new?from=" + run.publicId())).contains("value=\"1, 4, 8\"");
    server.rooms.queue().cancel(run.id());
  }

  @Test
  void wrong_levels_are_said_beside_their_field() {
    HttpResponse<String> refused =
        visitor.form(
            "/runs",
            "workload",
            "sleep",
            "levels.tasks",
            "ten, 20",
            "precision",
            "quick",
            "contenders",
            THREADS);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#field-levels-tasks\"")
        .contains("must be a whole number, 1 to 100,000");
  }

  @Test
  void the_form_says_how_long_all_levels_take() {
    assertThat(
            visitor
                .get(
                    "/runs/new/estimate?workload=sleep&tasks=8&levels.in_flight=1+8&precision=quick"
                        + "&contenders=jvm%2Fsequential&contenders=jvm%2Fthreads")
                .body())
        .contains("2 contenders × 2 levels ≈ ");
  }

  @Test
  void measuring_more_needs_to_know_of_which_cell() {
    Run run = scaled();
    String more = "/api/v1/runs/%s/generations".formatted(run.publicId());
    HttpResponse<String> refused = visitor.postJson(more, "{\"add\":1}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("must be 0 to 2");
    assertThat(visitor.postJson(more, "{\"add\":1,\"cell\":2}").statusCode()).isEqualTo(202);
    assertThat(server.rooms.jobs().ofRun(run.id()).getLast().cell()).isEqualTo(2);
    server.rooms.queue().cancel(run.id());
  }

  @Test
  void presets_start_a_scaling_and_a_map() {
    assertThat(page("/"))
        .contains("How far does it scale?")
        .contains("Which strategy for which service?")
        .contains(
            "<input type=\"hidden\" name=\"levels.cpu_percent\" value=\"0, 5, 20, 50, 100\">");
  }
}
