package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.web.TestServer.location;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.run.RunFilter;

final class FormTest {
  private static final String KEY = "abcdefghijklmnopqrst-_";
  private static final String[] SMALL = {
    "workload",
    "sleep",
    "sleep.sleep_ms",
    "5",
    "tasks",
    "10",
    "precision",
    "quick",
    "contenders",
    "jvm/sequential",
    "contenders",
    "jvm/threads"
  };

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

  private static String[] small(String... more) {
    List<String> fields = new ArrayList<>(List.of(SMALL));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private static long runs() {
    return server.rooms.list().count(RunFilter.ALL);
  }

  private static Run run(HttpResponse<String> redirect) {
    String id = location(redirect).replace("/runs/", "");
    return server.rooms.runs().find(id).orElseThrow();
  }

  @Test
  void a_person_without_javascript_goes_the_whole_way() {
    HttpResponse<String> wrong =
        visitor.form(
            "/runs",
            "workload",
            "power",
            "power.exponent",
            "9000000",
            "tasks",
            "3",
            "label",
            "the whole way",
            "contenders",
            "jvm/sequential",
            "contenders",
            "jvm/threads");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("must be 1 to 5,000,000", "9000000", "the whole way");

    HttpResponse<String> right =
        visitor.form(
            "/runs",
            "workload",
            "power",
            "power.exponent",
            "900",
            "tasks",
            "3",
            "label",
            "the whole way",
            "contenders",
            "jvm/sequential",
            "contenders",
            "jvm/threads");
    String page = location(right);
    assertThat(visitor.follow(right).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/queue").body()).contains("the whole way");

    HttpResponse<String> tooSoon = visitor.get(page + "/deletion");
    assertThat(tooSoon.statusCode()).isEqualTo(409);
    assertThat(tooSoon.body()).contains("cancel it first", page);
    assertThat(visitor.follow(visitor.form(page + "/cancellation")).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/runs?state=cancelled").body()).contains("the whole way");

    HttpResponse<String> more = visitor.form(page + "/generations", "add", "2");
    assertThat(location(more)).isEqualTo(page);
    assertThat(location(visitor.form(page + "/generations", "add", "2"))).isEqualTo(page);
    Run run = run(right);
    assertThat(server.rooms.jobs().ofRun(run.id()))
        .extracting(Job::state)
        .containsExactly(JobState.CANCELLED, JobState.QUEUED);
    visitor.form(page + "/cancellation");
    assertThat(visitor.form(page + "/generations", "add", "many").statusCode()).isEqualTo(422);

    assertThat(visitor.get(page + "/deletion").body()).contains("the whole way");
    assertThat(location(visitor.form(page + "/deletion"))).isEqualTo("/runs");
    assertThat(visitor.get("/runs").body()).doesNotContain("the whole way");
    assertThat(visitor.get(page + "/deletion").statusCode()).isEqualTo(404);
  }

  @Test
  void every_wrong_field_is_said_beside_it_and_nothing_typed_is_lost() {
    HttpResponse<String> page =
        visitor.form(
            "/runs",
            "workload",
            "mixed",
            "mixed.cpu_percent",
            "101",
            "mixed.task_ms",
            "x",
            "hash.repeats",
            "77",
            "tasks",
            "0",
            "in_flight",
            "many",
            "budget_s",
            "5",
            "seed",
            "-1",
            "margin_percent",
            "4",
            "precision",
            "exact",
            "baseline",
            "jvm/fibres",
            "tags",
            "ok, <b>",
            "label",
            "kept as typed",
            "note",
            "two\r\nlines",
            "control",
            "yes");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("must be 0 to 100", "must be a whole number", "must be 1 to 100,000")
        .contains("must be 10 to 3,600", "must be 1, 3, 5 or 10", "must be one of quick")
        .contains("must name at least one contender", "must be 1 to 30 letters")
        .contains("kept as typed", "two\r\nlines", "\"77\"", "\"many\"", "\"ok, &lt;b>\"");
    assertThat(new Markup(page.body()).faults()).isEmpty();
  }

  @Test
  void pressing_twice_makes_one_run() {
    long before = runs();
    String first = location(visitor.form("/runs", small("key", KEY)));
    assertThat(location(visitor.form("/runs", small("key", KEY)))).isEqualTo(first);
    assertThat(runs()).isEqualTo(before + 1);
  }

  @Test
  void going_back_and_asking_for_something_else_makes_another_run() {
    String first = location(visitor.form("/runs", small("key", KEY, "label", "one")));
    String second = location(visitor.form("/runs", small("key", KEY, "label", "two")));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void any_field_may_be_prefilled_by_the_address_and_nothing_is_started() {
    long before = runs();
    String page =
        visitor
            .get(
                "/runs/new?workload=hash&hash.repeats=123&tasks=7&label=from+a+link&nonsense=1"
                    + "&contenders=jvm/threads&precision=careful")
            .body();
    assertThat(page).contains("\"123\"", "\"7\"", "from a link").doesNotContain("nonsense");
    assertThat(new Markup(page).first("<input[^>]*value=\"(jvm/threads)\"[^>]*checked"))
        .isEqualTo("jvm/threads");
    assertThat(new Markup(page).first("<input[^>]*value=\"(jvm/sequential)\"[^>]*checked"))
        .isEmpty();
    assertThat(runs()).isEqualTo(before);
  }

  @Test
  void a_form_is_filled_from_a_run_and_asks_for_the_same() {
    Run first =
        run(
            visitor.form(
                "/runs",
                small("in_flight", "4", "control", "yes", "label", "again", "tags", "a b")));
    assertThat(first.contenders())
        .containsExactly("jvm/sequential", "jvm/threads", "jvm/sequential#2");
    HttpResponse<String> page = visitor.get("/runs/new?from=" + first.publicId());
    assertThat(page.body()).contains("again", "\"4\"", "/runs/" + first.publicId());
    assertThat(visitor.get("/runs/new?from=unknown1").statusCode()).isEqualTo(404);
  }

  @Test
  void a_bad_value_in_the_address_is_shown_beside_its_field() {
    HttpResponse<String> page = visitor.get("/runs/new?tasks=many");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("must be a whole number", "\"many\"");
  }

  @Test
  void what_is_doubtful_is_asked_once() {
    String[] even = {
      "workload",
      "power",
      "power.base",
      "2",
      "power.exponent",
      "100",
      "contenders",
      "jvm/threads",
      "contenders",
      "jvm/sequential"
    };
    HttpResponse<String> asked = visitor.form("/runs", even);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("An even base is less work", "Run anyway", "anyway");
    List<String> sure = new ArrayList<>(List.of(even));
    sure.addAll(List.of("anyway", "yes"));
    assertThat(run(visitor.form("/runs", sure.toArray(String[]::new))).workload())
        .isEqualTo("power");
  }

  @Test
  void each_preset_runs_with_one_press_and_can_be_changed_first() {
    String overview = visitor.get("/").body();
    List<List<String>> presets = new Markup(overview).hidden("/runs");
    assertThat(presets).hasSize(6);
    for (List<String> fields : presets) {
      HttpResponse<String> answer =
          visitor.post("/runs", "application/x-www-form-urlencoded", TestServer.encoded(fields));
      assertThat(run(answer).plan().contenders()).hasSizeGreaterThan(3);
    }
    assertThat(new Markup(overview).first("(/runs/new\\?workload=power[^\"]*)"))
        .contains("power.exponent=200000");
  }

  @Test
  void the_line_under_the_button_says_how_long_and_when() {
    String slow =
        visitor
            .get(
                "/runs/new/estimate?workload=fetch&fetch.delay_ms=2000&fetch.urls_per_task=1"
                    + "&tasks=10&contenders=jvm/sequential&contenders=jvm/threads")
            .body();
    assertThat(slow).contains("2 contenders ≈", "ahead of you", "more than the time budget");
    String wrong = visitor.get("/runs/new/estimate?workload=sleep&tasks=0").body();
    assertThat(wrong).contains("Cannot be measured yet").doesNotContain("<html");
  }

  @Test
  void hostile_text_comes_back_escaped_wherever_it_stands() {
    String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    HttpResponse<String> refused =
        visitor.form(
            "/runs",
            small(
                "label",
                hostile,
                "note",
                hostile,
                "tags",
                hostile,
                "seed",
                hostile,
                "baseline",
                hostile,
                "key",
                hostile,
                "contenders",
                hostile));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertHarmless(refused);
    Run run = run(visitor.form("/runs", small("label", hostile, "note", hostile)));
    String page = "/runs/" + run.publicId();
    for (String path : List.of("/", "/queue", "/runs", page, page + "/shares")) {
      assertHarmless(visitor.get(path));
    }
    visitor.form(page + "/cancellation");
    for (String path : List.of("/runs", "/queue", page + "/deletion", page)) {
      assertHarmless(visitor.get(path));
    }
    String query = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
    for (String name : List.of("q", "contender", "state", "sort", "after", "before")) {
      assertHarmless(visitor.get("/runs?" + name + "=" + query));
    }
    assertHarmless(visitor.get("/runs/new?label=" + query + "&power.base=" + query));
    assertHarmless(visitor.get("/login?next=" + query));
  }

  @Test
  void a_form_without_its_token_or_from_elsewhere_changes_nothing() {
    long before = runs();
    String body = TestServer.encoded(List.of(SMALL));
    String type = "application/x-www-form-urlencoded";
    assertThat(visitor.post("/runs", type, body).statusCode()).isEqualTo(403);
    String stolen = body + "&csrf=" + server.visitor().token();
    visitor.token();
    assertThat(visitor.post("/runs", type, stolen).statusCode()).isEqualTo(403);
    String own = body + "&csrf=" + visitor.token();
    assertThat(visitor.post("/runs", type, own, "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/queue/pause", type, "").statusCode()).isEqualTo(403);
    assertThat(server.rooms.pause().paused()).isFalse();
    assertThat(runs()).isEqualTo(before);
  }

  private static void assertHarmless(HttpResponse<String> page) {
    assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "'><img");
    assertThat(new Markup(page.body()).faults()).isEmpty();
  }
}
