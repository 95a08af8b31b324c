package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.report.StoredRun.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Database;
import racecard.Rooms;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.run.Run;

/** Why it came out so, where a runtime's lock and its processes decide. */
final class ReasonsTest {
  private static final String PYTHON = "cpython-3.11/";
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

  private static StoredRun python(Workload workload, String... strategies) {
    String[] names =
        List.of(strategies).stream().map(one -> PYTHON + one).toList().toArray(String[]::new);
    return StoredRun.of(rooms, plan(workload, null, names))
        .begin()
        .runtime("cpython-3.11", "{\"version\": \"3.11.7\", \"gil\": \"on\"}")
        .cores(PYTHON + "sequential", 1);
  }

  private static List<String> why(StoredRun story) {
    return Reporter.on(rooms).of(story.done()).why();
  }

  @Test
  void under_the_gil_those_that_stay_on_one_core_share_a_sentence() {
    assertThat(
            why(
                python(Workload.POWER, "sequential", "threads", "gevent", "asyncio", "processes")
                    .cores(PYTHON + "threads", 1.01)
                    .cores(PYTHON + "gevent", 1)
                    .cores(PYTHON + "asyncio", 1)
                    .cores(PYTHON + "processes", 1.94)
                    .generations(
                        3,
                        Map.of(
                            PYTHON + "sequential",
                            2180.0,
                            PYTHON + "threads",
                            2470.0,
                            PYTHON + "gevent",
                            2230.0,
                            PYTHON + "asyncio",
                            2230.0,
                            PYTHON + "processes",
                            1120.0))))
        .contains(
            "The work is computing: one after another, it used *1.00* of 2 cores.",
            "Threads, gevent and asyncio used *1.00–1.01* of 2 cores: the GIL is on, so one thread"
                + " executes Python at a time.",
            "Processes used *1.94* of 2 cores: each process has a GIL of its own.",
            "Processes pay from tasks of about *6.00 ms* on, if starting stays as dear; here a task"
                + " takes 0.218 s.")
        .noneMatch(sentence -> sentence.startsWith("Threads pay"))
        .doesNotContain("Processes used *1.94* of 2 cores.");
  }

  @Test
  void interpreters_are_not_said_to_wait_for_a_lock_that_each_has_for_itself() {
    assertThat(
            why(
                python(Workload.POWER, "sequential", "threads", "interpreters")
                    .cores(PYTHON + "threads", 1.01)
                    .cores(PYTHON + "interpreters", 1.2)
                    .generations(
                        3,
                        Map.of(
                            PYTHON + "sequential",
                            100.0,
                            PYTHON + "threads",
                            101.0,
                            PYTHON + "interpreters",
                            130.0))))
        .contains(
            "Threads used *1.01* of 2 cores: the GIL is on, so one thread executes Python at a"
                + " time.",
            "Interpreters pay from tasks of about *16.0 ms* on, if starting stays as dear; here a"
                + " task takes 10.0 ms.")
        .noneMatch(sentence -> sentence.startsWith("Threads and interpreters"));
    assertThat(
            why(
                python(Workload.POWER, "sequential", "interpreters")
                    .cores(PYTHON + "interpreters", 1.9)
                    .generations(
                        3, Map.of(PYTHON + "sequential", 100.0, PYTHON + "interpreters", 55.0))))
        .contains("Interpreters used *1.90* of 2 cores: each has a GIL of its own.");
  }

  @Test
  void trifles_of_one_runtime_do_not_hide_what_is_remarkable_on_another() {
    StoredRun story =
        StoredRun.of(
                rooms,
                plan(
                    Workload.SLEEP,
                    null,
                    "jvm/sequential",
                    "jvm/threads",
                    PYTHON + "sequential",
                    PYTHON + "threads"))
            .begin()
            .cores("jvm/sequential", 0.001)
            .cores("jvm/threads", 0.5)
            .cores(PYTHON + "sequential", 0.1)
            .cores(PYTHON + "threads", 0.9)
            .generations(
                3,
                Map.of(
                    "jvm/sequential",
                    50.0,
                    "jvm/threads",
                    50.0,
                    PYTHON + "sequential",
                    1000.0,
                    PYTHON + "threads",
                    1000.0));
    assertThat(why(story))
        .contains(
            "Threads on cpython-3.11 spent *0.900 s* of CPU time, cpython-3.11/sequential 0.100"
                + " s.");
  }

  @Test
  void hashing_says_why_threads_scale_only_where_they_did() {
    StoredRun scaled =
        python(Workload.HASH, "sequential", "threads")
            .cores(PYTHON + "threads", 1.95)
            .generations(3, Map.of(PYTHON + "sequential", 200.0, PYTHON + "threads", 103.0));
    assertThat(why(scaled))
        .contains(
            "Threads used *1.95* of 2 cores although the GIL is on: hashlib lets it go while it"
                + " works on a large buffer.");
    StoredRun held =
        python(Workload.HASH, "sequential", "threads")
            .cores(PYTHON + "threads", 1.02)
            .generations(3, Map.of(PYTHON + "sequential", 200.0, PYTHON + "threads", 199.0));
    assertThat(why(held))
        .contains(
            "Threads used *1.02* of 2 cores: the GIL is on, so one thread executes Python at a"
                + " time.")
        .noneMatch(sentence -> sentence.contains("hashlib"));
  }

  @Test
  void a_build_without_the_gil_says_so() {
    StoredRun story =
        StoredRun.of(
                rooms,
                plan(Workload.POWER, null, "cpython-3.14t/sequential", "cpython-3.14t/threads"))
            .begin()
            .runtime("cpython-3.14t", "{\"gil\": \"off\"}")
            .cores("cpython-3.14t/sequential", 1)
            .cores("cpython-3.14t/threads", 1.9)
            .generations(
                3, Map.of("cpython-3.14t/sequential", 200.0, "cpython-3.14t/threads", 105.0));
    assertThat(why(story)).contains("Threads used *1.90* of 2 cores: the GIL is off.");
  }

  @Test
  void waiting_is_said_with_its_share_and_nothing_of_locks() {
    StoredRun story =
        python(Workload.FETCH, "sequential", "threads")
            .cores(PYTHON + "sequential", 0.02)
            .cores(PYTHON + "threads", 0.1)
            .generations(3, Map.of(PYTHON + "sequential", 2000.0, PYTHON + "threads", 210.0));
    assertThat(why(story))
        .contains(
            "The work is waiting: one after another, it used *0.020* of 2 cores and waited *98 %* of"
                + " its time.")
        .noneMatch(sentence -> sentence.contains("GIL"));
  }

  @Test
  void with_several_runtimes_each_sentence_names_its_own() {
    StoredRun story =
        StoredRun.of(
                rooms,
                plan(
                    Workload.POWER,
                    null,
                    "jvm/sequential",
                    "jvm/threads",
                    PYTHON + "sequential",
                    PYTHON + "threads",
                    PYTHON + "process-pool"))
            .begin()
            .runtime("cpython-3.11", "{\"gil\": \"on\"}")
            .cores("jvm/sequential", 1)
            .cores("jvm/threads", 1.97)
            .cores(PYTHON + "sequential", 1)
            .cores(PYTHON + "threads", 1)
            .cores(PYTHON + "process-pool", 1.96)
            .processes(PYTHON + "process-pool", 3)
            .generations(
                3,
                Map.of(
                    "jvm/sequential",
                    500.0,
                    "jvm/threads",
                    260.0,
                    PYTHON + "sequential",
                    1200.0,
                    PYTHON + "threads",
                    1300.0,
                    PYTHON + "process-pool",
                    640.0));
    assertThat(why(story))
        .contains(
            "Threads on jvm used *1.97* of 2 cores.",
            "On cpython-3.11, threads used *1.00* of 2 cores: the GIL is on, so one thread executes"
                + " Python at a time.",
            "On cpython-3.11, process-pool used *1.96* of 2 cores: each process has a GIL of its"
                + " own.")
        .doesNotContain("Process pool on cpython-3.11 used *1.96* of 2 cores.");
  }

  @Test
  void a_run_of_the_articles_work_shows_the_articles_ratios_with_their_source() {
    StoredRun story =
        python(Workload.POWER, "sequential", "threads", "thread-pool")
            .generations(
                3,
                Map.of(
                    PYTHON + "sequential",
                    1200.0,
                    PYTHON + "threads",
                    1210.0,
                    PYTHON + "thread-pool",
                    1205.0));
    Table table = Table.of(Reporter.on(rooms).of(story.done()));
    int column = table.columns().indexOf("× in the article");
    assertThat(table.rows())
        .extracting(row -> row.contender().label() + " " + row.cells().get(column))
        .containsExactlyInAnyOrder("sequential 1.00", "threads 0.88", "thread-pool –");
    assertThat(table.notes())
        .containsExactly(
            "× in the article: measured on its author’s laptop with CPython; sequential 2.18 s,"
                + " threads 2.47 s, processes 1.12 s, gevent 2.23 s, asyncio 2.23 s.");
  }

  @Test
  void downloads_are_the_articles_only_with_its_delay_and_its_origin() {
    assertThat(columns(new Parameters(Workload.FETCH, new LinkedHashMap<>(), List.of())))
        .contains("× in the article");
    assertThat(columns(Parameters.of(Workload.FETCH, Map.of("delay_ms", 51L))))
        .doesNotContain("× in the article");
    String own = "http://example.org/";
    assertThat(
            columns(
                new Parameters(Workload.FETCH, new LinkedHashMap<>(), List.of(own, own, own, own))))
        .doesNotContain("× in the article");
  }

  private static List<String> columns(Parameters parameters) {
    Plan usual = plan(parameters.workload(), null, PYTHON + "sequential", PYTHON + "threads");
    Plan plan =
        new Plan(
            parameters,
            usual.tasks(),
            usual.inFlight(),
            usual.contenders(),
            null,
            usual.precision(),
            usual.marginPercent(),
            usual.budgetS(),
            usual.seed(),
            List.of());
    return Table.of(
            Reporter.on(rooms)
                .of(
                    StoredRun.of(rooms, plan)
                        .begin()
                        .generations(
                            1, Map.of(PYTHON + "sequential", 2000.0, PYTHON + "threads", 210.0))
                        .done()))
        .columns();
  }

  @Test
  void speed_ups_on_different_runtimes_are_said_to_tell_only_where_each_has_its_own_baseline() {
    assertThat(notes(Workload.POWER, null))
        .containsExactly(
            "Seconds on different runtimes cannot tell which strategy is better: their big-integer"
                + " libraries differ. Speed-ups can.");
    assertThat(notes(Workload.POWER, "jvm/sequential"))
        .containsExactly(
            "Seconds on different runtimes cannot tell which strategy is better: their big-integer"
                + " libraries differ. Speed-ups by one baseline for all cannot either.");
    assertThat(notes(Workload.SLEEP, null))
        .singleElement()
        .asString()
        .endsWith("speed-ups are by each runtime’s own baseline.");
    assertThat(notes(Workload.SLEEP, "jvm/sequential"))
        .singleElement()
        .asString()
        .endsWith("and so do speed-ups by one baseline for all.");
  }

  private static List<String> notes(Workload workload, @Nullable String baseline) {
    Map<String, Double> ms = Map.of("jvm/sequential", 200.0, "node-20/sequential", 300.0);
    Run run =
        StoredRun.of(rooms, plan(workload, baseline, "jvm/sequential", "node-20/sequential"))
            .begin()
            .generations(3, ms)
            .done();
    return Table.of(Reporter.on(rooms).of(run)).notes();
  }
}
