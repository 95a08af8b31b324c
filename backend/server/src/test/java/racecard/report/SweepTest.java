package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Database;
import racecard.Rooms;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.queue.FailureKind;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.statistics.Scaling;

/** What runs of several cells come to. */
final class SweepTest {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";
  private static final String LOOP = "jvm/event-loop";
  private static final String POOL = "jvm/thread-pool";
  private static final Levels IN_FLIGHT = new Levels(List.of(1, 2, 4), List.of(), List.of());
  private static Database database;
  private static Rooms rooms;

  @BeforeAll
  static void open(@TempDir Path directory) {
    database = Database.embedded(directory);
    rooms = Rooms.on(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Plan plan(Workload workload, String... contenders) {
    return StoredRun.plan(workload, null, contenders).with(10, 1);
  }

  private static StoredRun submitted(Levels levels, String... contenders) {
    return StoredRun.of(rooms, plan(Workload.SLEEP, contenders), levels);
  }

  /** Levels 1, 4 and 2, in the order they are measured. */
  private static Run scaled(double one, double four, double two) {
    StoredRun story = submitted(IN_FLIGHT, SEQUENTIAL, THREADS);
    for (double ms : List.of(one, four, two)) {
      story
          .begin()
          .wobbling(THREADS, 0.01)
          .generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, ms))
          .done();
    }
    return story.now();
  }

  private static Sweep sweep(Run run) {
    return Reporter.on(rooms).sweep(run);
  }

  @Test
  void the_answer_says_how_far_the_best_scales_and_what_is_enough() {
    Sweep sweep = sweep(scaled(500, 250, 251));
    assertThat(sweep.answer().text())
        .isEqualTo(
            "Threads scale to 2 in flight, then no further: 39.8 tasks a second there, within 5 % of"
                + " the best, at 4 in flight. Recommended: 2 in flight.");
    assertThat(sweep.answer().leader()).isEqualTo(THREADS);
    Scaling scaling = Objects.requireNonNull(sweep.line(THREADS).orElseThrow().scaling());
    assertThat(scaling.recommended()).isEqualTo(2);
    assertThat(scaling.knee()).isEqualTo(2);
  }

  @Test
  void what_other_cells_hold_is_not_read_for_one() {
    Run run = scaled(500, 250, 251);
    RunReport before = Reporter.on(rooms).of(run, 1);
    rooms.jdbi.useHandle(handle -> {
      for (String broken :
          List.of(
              "update timeline set lanes = 'x'",
              "update latency set counts = 'x'",
              "update outcome set summary = 'x'",
              "update generation set facts = 'x'",
              "update contender_status set facts = 'x'")) {
        handle
            .createUpdate(broken + " where run_id = :run and cell <> 1")
            .bind("run", run.id().number())
            .execute();
      }
    });
    assertThat(Reporter.on(rooms).of(run, 1)).isEqualTo(before);
  }

  @Test
  void a_line_that_still_rises_at_the_end_says_that_more_may_bring_more() {
    assertThat(sweep(scaled(500, 125, 250)).answer().text())
        .isEqualTo(
            "Threads scale to the largest level measured, 4 in flight: 80.0 tasks a second, 4.00"
                + " times as many as at 1 in flight. More may bring more.");
  }

  @Test
  void points_rise_by_level_whatever_was_measured_first_and_have_their_interval() {
    Sweep.Line line = sweep(scaled(500, 125, 250)).line(THREADS).orElseThrow();
    assertThat(line.points()).extracting(Sweep.Point::level).containsExactly(1, 2, 4);
    assertThat(line.points()).extracting(Sweep.Point::cell).containsExactly(0, 2, 1);
    assertThat(line.points())
        .allMatch(point -> Objects.requireNonNull(point.low()) < point.perSecond())
        .allMatch(point -> point.perSecond() < Objects.requireNonNull(point.high()));
  }

  @Test
  void the_linear_reference_is_one_after_another_times_what_is_in_flight() {
    assertThat(sweep(scaled(500, 125, 250)).linear())
        .containsExactly(
            new Scaling.Point(1, 20), new Scaling.Point(2, 40), new Scaling.Point(4, 80));
  }

  @Test
  void one_measured_level_is_said_to_be_too_few() {
    StoredRun story = submitted(IN_FLIGHT, SEQUENTIAL, THREADS);
    story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, 400.0)).done();
    story.begin();
    Sweep sweep = sweep(story.cancelled());
    assertThat(sweep.answer().text())
        .isEqualTo("Scaling needs at least two levels; this run measured one.");
    assertThat(sweep.line(THREADS).orElseThrow().scaling()).isNull();
    assertThat(sweep.cells())
        .extracting(Sweep.Cell::state)
        .containsExactly(RunState.DONE, RunState.CANCELLED, RunState.CANCELLED);
  }

  @Test
  void a_failed_cell_leaves_the_others_an_answer_and_says_why_it_failed() {
    StoredRun story = submitted(IN_FLIGHT, SEQUENTIAL, THREADS);
    story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, 500.0)).done();
    story.begin().failed(FailureKind.WRONG_ANSWER, "threads gave 78");
    story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, 250.0)).done();
    Sweep sweep = sweep(story.now());
    assertThat(sweep.answer().text())
        .startsWith("Threads scale to the largest level measured, 2 in flight")
        .endsWith("From 2 of 3 levels.");
    assertThat(sweep.cells().get(1).failure()).isNotNull();
    assertThat(sweep.measured()).isEqualTo(2);
    assertThat(Conditions.of(sweep))
        .contains("1 to 4 in flight")
        .endsWith("2 of 3 levels measured");
  }

  @Test
  void a_cell_is_reported_as_a_run_of_its_own() {
    Run run = scaled(500, 125, 250);
    RunReport report = Reporter.on(rooms).of(run, 1);
    assertThat(report.plan().inFlight()).isEqualTo(4);
    assertThat(report.answer().text()).startsWith("Threads are 4.00 times as fast");
    assertThat(report.contender(THREADS).orElseThrow().rounds()).isEqualTo(15);
    assertThat(report.generations()).isEqualTo(3);
  }

  @Test
  void a_cell_that_is_done_is_done_while_another_is_measured() {
    StoredRun story = submitted(IN_FLIGHT, SEQUENTIAL, THREADS);
    story.begin().generations(3, Map.of(SEQUENTIAL, 500.0, THREADS, 400.0)).done();
    story.begin();
    Run run = story.now();
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(Reporter.on(rooms).of(run, 0).run().state()).isEqualTo(RunState.DONE);
    assertThat(Reporter.on(rooms).of(run, 1).run().state()).isEqualTo(RunState.RUNNING);
    assertThat(sweep(run).stage()).isInstanceOf(Stage.Measuring.class);
    assertThat(((Stage.Measuring) sweep(run).stage()).part())
        .isEqualTo(new Stage.Part(2, 3, "4 in flight", 60));
    story.cancelled();
  }

  private static StoredRun map(String... contenders) {
    Levels levels = new Levels(List.of(1, 4), List.of(), List.of(0, 100));
    return StoredRun.of(rooms, plan(Workload.MIXED, contenders).with("cpu_percent", 0), levels);
  }

  private static ChoiceMap.Square square(Sweep sweep, int cpu, int flight) {
    return sweep.maps().getFirst().at(cpu, flight).orElseThrow();
  }

  @Test
  void a_map_says_who_wins_where_who_ties_and_what_is_not_measured() {
    StoredRun story = map(THREADS, LOOP);
    // 0 % and 1, 100 % and 4, 0 % and 4; 100 % and 1 is cancelled.
    story.begin().wobbling(LOOP, 0.01).generations(3, Map.of(THREADS, 100.0, LOOP, 100.0)).done();
    story.begin().generations(3, Map.of(THREADS, 100.0, LOOP, 150.0)).done();
    story.begin().generations(3, Map.of(THREADS, 150.0, LOOP, 100.0)).done();
    story.begin();
    Sweep sweep = sweep(story.cancelled());

    assertThat(square(sweep, 0, 1).win()).isEqualTo(ChoiceMap.Win.TIED);
    assertThat(square(sweep, 100, 4).win()).isEqualTo(ChoiceMap.Win.CLEAR);
    assertThat(square(sweep, 100, 4).leader()).isEqualTo(THREADS);
    assertThat(square(sweep, 100, 4).ahead()).isBetween(1.45, 1.55);
    assertThat(square(sweep, 0, 4).leader()).isEqualTo(LOOP);
    assertThat(square(sweep, 100, 1).win()).isEqualTo(ChoiceMap.Win.NONE);
    assertThat(square(sweep, 100, 1).state()).isEqualTo(RunState.CANCELLED);
    assertThat(sweep.answer().text())
        .contains("beaten in the fewest cells, 1 of 3, by ")
        .endsWith("From 3 of 4 cells.");
    assertThat(SweepMarkdown.of(sweep, null))
        .contains("| CPU share | 1 in flight | 4 in flight |")
        .contains("| 100 % |  | threads |");
  }

  @Test
  void who_leads_or_ties_everywhere_is_never_beaten() {
    StoredRun story = map(THREADS, LOOP);
    for (double loop : List.of(100.0, 150.0, 150.0, 100.0)) {
      story.begin().wobbling(LOOP, 0.01).generations(3, Map.of(THREADS, 100.0, LOOP, loop)).done();
    }
    assertThat(sweep(story.now()).answer().text())
        .isEqualTo(
            "Threads are never beaten: ahead of all others in 2 of 4 cells, tied with the fastest or"
                + " not told apart from it in the others.");
  }

  @Test
  void who_only_ever_ties_is_nowhere_ahead() {
    StoredRun story = map(THREADS, LOOP);
    for (int cell = 0; cell < 4; cell++) {
      story.begin().generations(3, Map.of(THREADS, 100.0, LOOP, 100.0)).done();
    }
    assertThat(sweep(story.now()).answer().text())
        .isEqualTo(
            "Threads are never beaten and nowhere ahead: tied with the fastest, or not told apart, in"
                + " all 4 cells.");
  }

  @Test
  void who_is_not_told_apart_is_unbeaten_beside_others_that_are_tied() {
    StoredRun story = map(THREADS, LOOP, POOL);
    story.wobbling(LOOP, 0.01).wobbling(POOL, 0.1);
    for (double pool : List.of(101.0, 100.0, 100.0, 101.0)) {
      story.begin().generations(3, Map.of(THREADS, 100.0, LOOP, 100.2, POOL, pool)).done();
    }
    Sweep sweep = sweep(story.now());
    ChoiceMap.Square square = square(sweep, 0, 1);
    assertThat(square.win()).isEqualTo(ChoiceMap.Win.TIED);
    assertThat(square.tied()).containsExactly(LOOP);
    assertThat(square.open()).containsExactly(POOL);
    assertThat(square.unbeaten()).containsExactly(THREADS, LOOP, POOL);
    assertThat(SweepMarkdown.of(sweep, null)).contains("threads = event-loop ? thread-pool");
  }

  @Test
  void who_is_slower_is_beaten_even_where_it_is_not_clear_of_the_margin() {
    StoredRun story = map(THREADS, LOOP).wobbling(LOOP, 0.015);
    for (int cell = 0; cell < 4; cell++) {
      story.begin().generations(3, Map.of(THREADS, 100.0, LOOP, 105.0)).done();
    }
    Sweep sweep = sweep(story.now());
    ChoiceMap.Square square = square(sweep, 0, 1);
    assertThat(square.win()).isEqualTo(ChoiceMap.Win.CLEAR);
    assertThat(square.unbeaten()).containsExactly(THREADS);
    assertThat(square.ahead()).isBetween(1.04, 1.06);
  }

  @Test
  void a_runtime_that_is_skipped_in_one_cell_leaves_the_others_their_name_there() {
    String onPython = "cpython-3.11/threads";
    StoredRun story = map(SEQUENTIAL, THREADS, "cpython-3.11/sequential", onPython);
    Map<String, Double> jvm = Map.of(SEQUENTIAL, 500.0, THREADS, 100.0);
    Map<String, Double> all = new HashMap<>(jvm);
    all.putAll(Map.of("cpython-3.11/sequential", 600.0, onPython, 300.0));
    for (int cell = 0; cell < 3; cell++) {
      story.begin().generations(3, all).done();
    }
    story.begin();
    story.skipped("cpython-3.11/sequential", "it is gone", "").skipped(onPython, "it is gone", "");
    story.generations(3, jvm).done();
    Sweep sweep = sweep(story.now());
    assertThat(sweep.maps()).extracting(ChoiceMap::runtime).containsExactly("jvm", "cpython-3.11");
    assertThat(sweep.maps().getFirst().squares()).allMatch(one -> THREADS.equals(one.leader()));
  }

  @Test
  void a_list_says_the_same_in_short_and_a_rule_says_nothing_of_it() {
    Run run = scaled(500, 250, 251);
    RunSummary summary = Reporter.on(rooms).summaries(List.of(run)).getFirst();
    assertThat(summary.answer()).isEqualTo("Threads scale to 2 in flight");
    assertThat(summary.work()).isEqualTo("sleep · 10 × 50 ms · 3 levels");
    assertThat(summary.leader()).isEqualTo(THREADS);
    assertThat(Reporter.on(rooms).rules(List.of(run)).values()).allMatch(List::isEmpty);
  }
}
