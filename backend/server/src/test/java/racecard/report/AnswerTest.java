package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.report.StoredRun.plan;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import racecard.catalog.Workload;
import racecard.queue.FailureKind;
import racecard.run.Run;

/** Every way in which a run can end or stand, and the sentence that says so. */
final class AnswerTest extends WithStoredRuns {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";
  private static final String POOL = "jvm/thread-pool";
  private static final String VIRTUAL = "jvm/virtual-threads";
  private static final String LOOP = "jvm/event-loop";

  private static String answer(Run run) {
    return report(run).answer().text();
  }

  @Test
  void a_clear_leader_is_named_with_those_that_tie_with_it() {
    Run run =
        measuring(fetch(SEQUENTIAL, VIRTUAL, LOOP, THREADS, POOL))
            .generations(
                3,
                Map.of(
                    SEQUENTIAL, 1940.0, VIRTUAL, 200.0, LOOP, 201.0, THREADS, 202.0, POOL, 240.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "Virtual threads are 9.70 times as fast as one after another, tied with event-loop and"
                + " threads.");
    RunSummary line = summary(run);
    assertThat(line.answer()).isEqualTo("Virtual threads 9.70× — tied with event-loop and threads");
    assertThat(line.leader()).isEqualTo(VIRTUAL);
    assertThat(line.grade()).isEqualTo("A");
    assertThat(line.host()).isEqualTo("tiny-box");
    assertThat(line.work()).isEqualTo("downloads · 10 × 4 × 50 ms");
  }

  @Test
  void what_is_not_told_apart_from_the_leader_is_said_with_the_time_that_would_tell() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS, POOL))
            .wobbling(POOL, 0.08)
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0, POOL, 104.0))
            .done();
    assertThat(answer(run))
        .matches(
            "Threads are 10\\.0 times as fast as one after another, not told apart from thread-pool"
                + " within 5 %; about [0-9]+ (s|min|h)( [0-9]+ (s|min))? more would tell\\.");
  }

  @Test
  void measuring_more_is_offered_for_those_alone_who_are_not_told_apart() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS, POOL, LOOP))
            .wobbling(POOL, 0.08)
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0, POOL, 104.0, LOOP, 200.0))
            .done();
    Further further = Objects.requireNonNull(report(run).further());
    assertThat(further.contenders()).containsExactly(THREADS, POOL);
    assertThat(further.generations()).isBetween(3, 12);
    assertThat(further.hint()).contains("would tell thread-pool apart from threads");
    // The answer and the button promise the same time.
    String time = further.hint().replaceFirst("^about (.*?) more would tell.*$", "$1");
    assertThat(answer(run)).endsWith("about %s more would tell.".formatted(time));
  }

  @Test
  void a_leader_that_may_be_no_faster_than_its_baseline_is_undecided() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .wobbling(THREADS, 0.03)
            .generations(3, Map.of(SEQUENTIAL, 103.0, THREADS, 100.0))
            .done();
    assertThat(answer(run))
        .matches(
            "Threads are ahead, but not told apart from one after another within 5 %: 1\\.0[0-9] times"
                + " as fast, 95 % interval 0\\.[0-9]+–1\\.[0-9]+; about .* more would tell\\.");
  }

  @Test
  void nobody_is_asked_to_measure_for_hours() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .wobbling(THREADS, 0.1)
            .generations(3, Map.of(SEQUENTIAL, 103.0, THREADS, 100.0))
            .done();
    assertThat(answer(run)).endsWith("; no reasonable time would tell.");
  }

  @Test
  void a_small_but_certain_lead_is_slight() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .wobbling(THREADS, 0.01)
            .generations(3, Map.of(SEQUENTIAL, 105.5, THREADS, 100.0))
            .done();
    assertThat(answer(run))
        .matches("Threads are slightly faster, 1\\.0[0-9] times as fast as one after another\\.");
  }

  @Test
  void a_leading_baseline_says_that_nothing_is_faster() {
    Run run =
        measuring(plan(Workload.POWER, null, SEQUENTIAL, THREADS, POOL, VIRTUAL))
            .generations(3, Map.of(SEQUENTIAL, 100.0, THREADS, 101.0, POOL, 130.0, VIRTUAL, 140.0))
            .done();
    assertThat(answer(run))
        .isEqualTo("Nothing is faster than one after another; threads are tied with it.");
  }

  @Test
  void two_that_tie_are_named_and_more_are_counted() {
    Run two =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(3, Map.of(SEQUENTIAL, 101.0, THREADS, 100.0))
            .done();
    assertThat(answer(two)).isEqualTo("Threads and sequential are tied within 5 %.");
    Run three =
        measuring(fetch(SEQUENTIAL, THREADS, POOL))
            .generations(3, Map.of(SEQUENTIAL, 101.0, THREADS, 100.0, POOL, 102.0))
            .done();
    assertThat(answer(three))
        .isEqualTo("All 3 contenders are tied with the fastest, threads, within 5 %.");
  }

  @Test
  void a_single_contender_is_compared_with_nothing() {
    Run run = measuring(fetch(SEQUENTIAL)).generations(3, Map.of(SEQUENTIAL, 1999.0)).done();
    assertThat(answer(run))
        .isEqualTo(
            "Sequential takes 1.999 s for 10 tasks; nothing else was measured to compare with.");
  }

  @Test
  void a_chosen_baseline_is_the_one_named() {
    Run run =
        measuring(plan(Workload.FETCH, THREADS, THREADS, VIRTUAL, SEQUENTIAL))
            .generations(3, Map.of(THREADS, 150.0, VIRTUAL, 100.0, SEQUENTIAL, 900.0))
            .done();
    assertThat(answer(run)).isEqualTo("Virtual threads are 1.50 times as fast as threads.");
  }

  @Test
  void a_baseline_that_could_not_be_measured_is_replaced_and_the_answer_says_so() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS, VIRTUAL))
            .skipped(SEQUENTIAL, "A round would take about 30 min.", "Lower the tasks.")
            .divided(THREADS, THREADS)
            .divided(VIRTUAL, THREADS)
            .generations(3, Map.of(THREADS, 200.0, VIRTUAL, 100.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "Virtual threads are 2.00 times as fast as threads. One after another was not measured,"
                + " so the others are divided by threads.");
  }

  @Test
  void with_two_runtimes_names_say_which() {
    Run run =
        measuring(fetch(SEQUENTIAL, VIRTUAL, "cpython-3.11/sequential", "cpython-3.11/asyncio"))
            .generations(
                3,
                Map.of(
                    SEQUENTIAL,
                    1000.0,
                    VIRTUAL,
                    100.0,
                    "cpython-3.11/sequential",
                    1100.0,
                    "cpython-3.11/asyncio",
                    101.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "On jvm, virtual threads are 10.0 times as fast as one after another. On cpython-3.11,"
                + " asyncio is 10.9 times as fast as one after another.");
    assertThat(summary(run).answer())
        .isEqualTo("jvm: virtual threads 10.0× · cpython-3.11: asyncio 10.9×");
  }

  @Test
  void each_runtime_has_its_own_ties_and_its_own_ranks() {
    StoredRun story =
        measuring(
                plan(
                    Workload.POWER,
                    null,
                    SEQUENTIAL,
                    POOL,
                    THREADS,
                    "cpython-3.11/sequential",
                    "cpython-3.11/threads",
                    "cpython-3.11/processes"))
            .generations(
                2,
                Map.of(
                    SEQUENTIAL,
                    500.0,
                    POOL,
                    260.0,
                    THREADS,
                    262.0,
                    "cpython-3.11/sequential",
                    1200.0,
                    "cpython-3.11/threads",
                    1210.0,
                    "cpython-3.11/processes",
                    700.0));
    assertThat(answer(story.now()))
        .isEqualTo(
            "On jvm, thread pool is 1.92 times as fast as one after another, tied with threads."
                + " On cpython-3.11, processes are 1.71 times as fast as one after another;"
                + " provisional, after 2 generations.");
    RunReport report = report(story.done());
    assertThat(report.leaders()).containsExactly(POOL, "cpython-3.11/processes");
    assertThat(report.placed())
        .extracting(one -> one.label() + " " + Objects.requireNonNull(one.placing()).rank())
        .containsExactly(
            "jvm/thread-pool 1",
            "jvm/threads 1",
            "jvm/sequential 3",
            "cpython-3.11/processes 1",
            "cpython-3.11/sequential 2",
            "cpython-3.11/threads 2");
    assertThat(Conditions.of(report)).startsWith("95 % intervals 1.92–1.92 and 1.71–1.71 · ");
  }

  @Test
  void every_runtime_says_what_it_is_compared_with_whatever_came_before() {
    Run run =
        measuring(
                fetch(
                    SEQUENTIAL,
                    THREADS,
                    "cpython-3.11/sequential",
                    "cpython-3.11/processes-spawn",
                    "cpython-3.11/asyncio-process-pool"))
            .generations(
                3,
                Map.of(
                    SEQUENTIAL,
                    101.0,
                    THREADS,
                    100.0,
                    "cpython-3.11/sequential",
                    1000.0,
                    "cpython-3.11/processes-spawn",
                    100.0,
                    "cpython-3.11/asyncio-process-pool",
                    400.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "On jvm, threads and sequential are tied within 5 %. On cpython-3.11, processes (spawn)"
                + " are 10.0 times as fast as one after another.");
  }

  @Test
  void a_baseline_chosen_for_all_runtimes_compares_them_together() {
    Run run =
        measuring(plan(Workload.FETCH, SEQUENTIAL, SEQUENTIAL, THREADS, "cpython-3.11/asyncio"))
            .generations(
                3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0, "cpython-3.11/asyncio", 101.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "Threads on jvm are 10.0 times as fast as one after another on jvm, tied with"
                + " cpython-3.11/asyncio.");
  }

  @Test
  void an_answer_while_measuring_goes_on_is_provisional() {
    StoredRun story =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(2, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0));
    assertThat(answer(story.now()))
        .isEqualTo(
            "Threads are 10.0 times as fast as one after another; provisional, after 2 generations.");
    assertThat(answer(story.cancelled()))
        .isEqualTo(
            "Threads are 10.0 times as fast as one after another; from 2 generations, before the"
                + " run was cancelled.");
  }

  @Test
  void a_first_generation_too_short_for_an_interval_claims_no_winner() {
    StoredRun story =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(1, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0));
    assertThat(answer(story.now()))
        .isEqualTo(
            "Threads are ahead so far, about 10.0 times as fast as one after another; too few"
                + " rounds yet to be sure; provisional, after 1 generation.");
    story.cancelled();
  }

  @Test
  void too_many_failed_rounds_leave_no_verdict() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .failing(2)
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .done();
    assertThat(answer(run))
        .isEqualTo("No verdict: 6 of 15 blocks were invalid, more than a tenth.");
    assertThat(summary(run).grade()).isNull();
  }

  @Test
  void a_contender_that_beats_physics_leaves_no_verdict_on_it() {
    Run run =
        measuring(fetch(THREADS))
            .limitMs(THREADS, 200)
            .generations(3, Map.of(THREADS, 100.0))
            .done();
    assertThat(answer(run))
        .isEqualTo("No verdict: threads came out faster than is physically possible.");
  }

  @Test
  void a_control_that_differs_takes_the_trust_from_the_answer() {
    Run run =
        measuring(fetch(SEQUENTIAL, "jvm/sequential#2", THREADS))
            .generations(3, Map.of(SEQUENTIAL, 1000.0, "jvm/sequential#2", 1300.0, THREADS, 100.0))
            .done();
    assertThat(answer(run))
        .isEqualTo(
            "Threads are 10.0 times as fast as one after another. But the same code measured twice"
                + " came out different: this host cannot be trusted now.");
    assertThat(summary(run).grade()).isEqualTo("C");
  }

  @Test
  void a_run_without_a_result_says_where_it_stands() {
    StoredRun story = StoredRun.of(rooms, fetch(SEQUENTIAL, THREADS));
    assertThat(answer(story.now())).isEqualTo("Not measured yet: the run waits in the queue.");
    story.begin();
    assertThat(answer(story.now()))
        .isEqualTo("No answer yet: the first one comes with the first generation.");
    assertThat(answer(story.cancelled())).isEqualTo("Cancelled before there was an answer.");
    Run failed =
        measuring(fetch(SEQUENTIAL)).failed(FailureKind.RUNNER_MISSING, "no java at /opt/java.");
    assertThat(answer(failed))
        .isEqualTo(
            "Failed before there was an answer: The runner could not be started: no java at"
                + " /opt/java.");
    assertThat(summary(failed).answer()).isEmpty();
  }

  @Test
  void measuring_more_that_was_cut_short_leaves_a_final_answer() {
    Map<String, Double> times = Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0);
    StoredRun story = measuring(fetch(SEQUENTIAL, THREADS)).generations(3, times);
    rooms.runs.measureMore(story.done().publicId(), 3, 1_000);
    story.begin().generations(1, times);
    assertThat(answer(story.now()))
        .endsWith("as one after another; provisional, after 4 generations.");
    assertThat(answer(story.cancelled()))
        .isEqualTo("Threads are 10.0 times as fast as one after another.");
  }

  @Test
  void a_run_that_failed_after_a_generation_keeps_its_answer() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(2, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .failed(FailureKind.PROTOCOL_BROKEN, "half a line");
    assertThat(answer(run))
        .isEqualTo(
            "Threads are 10.0 times as fast as one after another; from 2 generations, before the"
                + " run failed.");
  }
}
