package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.web.StoredRuns.PROCESSES;
import static racecard.web.StoredRuns.SEQUENTIAL;
import static racecard.web.StoredRuns.THREADS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.run.Run;
import racecard.sample.Findings;
import racecard.sample.Progress;
import racecard.statistics.Flag;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.State;
import racecard.view.chart.Ranking;
import racecard.view.run.Actions;
import racecard.view.run.Inside;
import racecard.view.run.RunParts;
import racecard.web.page.run.RunView;

/** What each part of the run page is told. */
final class RunViewTest {
  private static final String VIRTUAL = "jvm/virtual-threads";
  private static final RunView.Reader OWNER = new RunView.Reader("token", "http://here");
  private static final RunView.Reader GUEST = new RunView.Reader(null, "");
  private static TestServer server;
  private static RunView view;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    view = new RunView(server.rooms, false);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static StoredRun measuring(String... contenders) {
    return StoredRun.of(Rooms.on(server.database), StoredRun.plan(Workload.FETCH, null, contenders))
        .begin();
  }

  private static Ranking ranking(Run run) {
    return Objects.requireNonNull(view.parts(run, OWNER).ranking());
  }

  @Test
  void what_a_profiler_saw_is_told_and_asked_for_by_the_owner_alone() {
    Run run =
        measuring(SEQUENTIAL, THREADS)
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .profiled(
                THREADS,
                new Findings(
                    "JFR",
                    "",
                    10,
                    1_000_000_000,
                    10_000_000,
                    50,
                    List.of(new Findings.Function("java.net.Socket.read", 40)),
                    List.of(),
                    null,
                    null))
            .done();
    Inside mine = inside(run, OWNER);
    assertThat(Objects.requireNonNull(mine.ask()).action())
        .isEqualTo("/runs/" + run.publicId() + "/profile");
    assertThat(mine.rows()).extracting(row -> row.contender().name()).containsExactly(THREADS);
    assertThat(mine.rows().getFirst().functions())
        .containsExactly(new Inside.Function("java.net.Socket.read", 0.8, "80 %"));
    assertThat(inside(run, GUEST).ask()).isNull();
    assertThat(inside(run, GUEST).rows()).hasSize(1);
  }

  @Test
  void nothing_is_offered_to_a_guest_of_a_run_that_nobody_looked_into() {
    Run run =
        measuring(SEQUENTIAL, THREADS)
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .done();
    assertThat(inside(run, OWNER).rows()).isEmpty();
    assertThat(Objects.requireNonNull(view.parts(run, GUEST).why()).inside()).isNull();
  }

  private static Inside inside(Run run, RunView.Reader reader) {
    return Objects.requireNonNull(Objects.requireNonNull(view.parts(run, reader).why()).inside());
  }

  @Test
  void those_who_tie_share_a_rank_and_the_bracket() {
    Ranking ranking =
        ranking(
            measuring(SEQUENTIAL, THREADS, VIRTUAL)
                .limitMs(THREADS, 90)
                .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 101.0, VIRTUAL, 100.0))
                .done());
    assertThat(ranking.rows()).extracting(Ranking.Row::rank).containsExactly("1=", "1=", "3");
    assertThat(ranking.rows())
        .extracting(row -> row.contender().label())
        .containsExactly("virtual-threads", "threads", "sequential");
    assertThat(ranking.rows()).extracting(Ranking.Row::tied).containsExactly(true, true, false);
    assertThat(ranking.rows()).extracting(Ranking.Row::words).containsExactly("", "tied", "slower");
    assertThat(ranking.rows())
        .extracting(Ranking.Row::speedUp)
        .containsExactly("10.0×", "9.90×", "baseline");
    assertThat(ranking.tie()).isEqualTo("tied: within 5 %");
    assertThat(ranking.limit()).isEqualTo(new Ranking.Limit(90e6, "limit 90.0 ms"));
    assertThat(ranking.provisional()).isFalse();
  }

  @Test
  void a_whisker_is_as_wide_as_the_interval_of_the_ratio() {
    Ranking.Row row =
        ranking(
                measuring(SEQUENTIAL, THREADS)
                    .wobbling(THREADS, 0.01)
                    .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                    .done())
            .rows()
            .getFirst();
    double low = Objects.requireNonNull(row.lowNs());
    double high = Objects.requireNonNull(row.highNs());
    assertThat(row.medianNs()).isStrictlyBetween(low, high);
    String[] ends = row.interval().split("–", -1);
    assertThat(high / low)
        .isCloseTo(
            Double.parseDouble(ends[1]) / Double.parseDouble(ends[0]),
            org.assertj.core.data.Offset.offset(0.01));
  }

  @Test
  void a_control_stands_without_a_rank() {
    Ranking ranking =
        ranking(
            measuring(SEQUENTIAL, "jvm/sequential#2", THREADS)
                .generations(
                    3, Map.of(SEQUENTIAL, 1000.0, "jvm/sequential#2", 1001.0, THREADS, 100.0))
                .done());
    Ranking.Row control = ranking.rows().getLast();
    assertThat(control.contender().name()).isEqualTo("jvm/sequential#2");
    assertThat(control.rank()).isEmpty();
    assertThat(control.words()).isEqualTo("control, slower");
  }

  @Test
  void who_has_no_bar_has_a_reason_and_a_remedy() {
    Run run = StoredRuns.done(server, "", List.of(), "");
    assertThat(ranking(run).others())
        .singleElement()
        .satisfies(other -> {
          assertThat(other.contender().name()).isEqualTo(PROCESSES);
          assertThat(other.status()).isEqualTo("skipped");
          assertThat(other.reason()).isEqualTo("too many <processes> at once");
          assertThat(other.remedy()).isEqualTo("ask for fewer");
        });
  }

  @Test
  void a_final_run_can_be_repeated_shared_measured_further_and_deleted() {
    Run run = StoredRuns.done(server, "mine", List.of("a", "b"), "why");
    String href = "/runs/" + run.publicId();
    Actions actions = Objects.requireNonNull(view.parts(run, OWNER).actions());
    assertThat(actions.cancel()).isNull();
    assertThat(actions.shareHref()).isEqualTo(href + "/shares");
    assertThat(actions.deleteHref()).isEqualTo(href + "/deletion");
    assertThat(Objects.requireNonNull(actions.more()).fields())
        .containsExactly(new Hidden("add", "3"));
    assertThat(actions.moreHint()).isEqualTo("3 further generations take about 20 s");
    assertThat(Objects.requireNonNull(actions.again()).fields())
        .contains(
            new Hidden("workload", "fetch"),
            new Hidden("fetch.delay_ms", "50"),
            new Hidden("contenders", THREADS),
            new Hidden("label", "mine"),
            new Hidden("note", "why"));
    assertThat(actions.exports())
        .extracting(Link::href)
        .containsExactly(
            href + "/export.json",
            href + "/jmh.json",
            href + "/pyperf.json",
            href + "/hyperfine.json",
            href + ".json",
            href + ".csv",
            href + ".md",
            href + ".html");
  }

  @Test
  void again_makes_a_run_of_the_same_experiment() {
    Run run = StoredRuns.done(server, "again", List.of("a"), "note");
    TestServer.Visitor visitor = server.visitor();
    var posted = visitor.form("/runs", fields(run));
    assertThat(posted.statusCode()).isEqualTo(303);
    String id = posted.headers().firstValue("Location").orElseThrow().replace("/runs/", "");
    Run again = server.rooms.runs().find(id).orElseThrow();
    assertThat(again.experiment()).isEqualTo(run.experiment());
    assertThat(again.note()).isEqualTo("note");
    assertThat(again.tags()).containsExactly("a");
    server.rooms.queue().cancel(again.id());
  }

  private static String[] fields(Run run) {
    return Objects.requireNonNull(Objects.requireNonNull(view.parts(run, OWNER).actions()).again())
        .fields()
        .stream()
        .flatMap(field -> java.util.stream.Stream.of(field.name(), field.value()))
        .toArray(String[]::new);
  }

  @Test
  void somebody_who_may_only_look_is_offered_nothing() {
    RunParts parts = view.parts(StoredRuns.done(server, "", List.of(), ""), GUEST);
    assertThat(parts.actions()).isNull();
    assertThat(Objects.requireNonNull(parts.environment()).hostHref()).isNull();
    assertThat(Objects.requireNonNull(parts.repeat()).formHref()).isNull();
    assertThat(Objects.requireNonNull(parts.numbers()).markdown()).doesNotContain("](");
  }

  @Test
  void progress_counts_rounds_and_says_what_is_left() {
    StoredRun story = measuring(SEQUENTIAL, THREADS);
    assertThat(Objects.requireNonNull(view.parts(story.now(), OWNER).progress()).headline())
        .isEqualTo("Starting");
    server
        .rooms
        .queue()
        .progress(story.job().lease(), new Progress(37, 63, 2, 3, 5, THREADS, 40L).json());
    racecard.view.run.Progress progress =
        Objects.requireNonNull(view.parts(story.now(), OWNER).progress());
    assertThat(progress.state()).isEqualTo(State.RUNNING);
    assertThat(progress.headline()).isEqualTo("Generation 2, block 3 of 5");
    assertThat(progress.text()).isEqualTo("37 of about 63 rounds · about 40 s left");
    assertThat(progress.tabTitle()).isEqualTo("58 % · fetch · Racecard");
    assertThat(Objects.requireNonNull(view.parts(story.now(), OWNER).actions()).cancel())
        .isNotNull();
    RunParts parts = view.parts(story.cancelled(), OWNER);
    assertThat(Objects.requireNonNull(parts.progress()).headline()).isEqualTo("Cancelled");
    assertThat(parts.ranking()).isNotNull();
    assertThat(parts.rounds()).isNull();
    assertThat(parts.why()).isNull();
    assertThat(parts.numbers()).isNull();
  }

  @Test
  void warnings_come_strongest_first_with_their_evidence() {
    RunParts parts =
        view.parts(
            measuring(SEQUENTIAL, THREADS)
                .flag(new Flag("DRIFT", "It drifted.", false, Map.of("drift", 0.2)))
                .flag(new Flag("HOST_BUSY", "It was busy.", true, Map.of("foreign_cpu", 0.31)))
                .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                .done(),
            OWNER);
    assertThat(parts.answer().warnings())
        .extracting(racecard.view.run.Answer.Warning::title)
        .containsExactly("Other programs were busy", "The host became faster or slower");
    assertThat(parts.answer().warnings().getFirst().evidence()).isEqualTo("foreign cpu 31 %");
    assertThat(parts.answer().grade())
        .isEqualTo(
            new racecard.view.run.Answer.Grade(
                "C", "other programs were busy: only differences above 10 % count"));
  }
}
