package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.report.StoredRun.plan;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.catalog.Workload;

/** Why it came out so, where a runtime's lock and its processes decide. */
final class ReasonsTest extends WithStoredRuns {
  private static final String PYTHON = "cpython-3.11/";

  private static StoredRun python(Workload workload, String... strategies) {
    String[] names =
        List.of(strategies).stream().map(one -> PYTHON + one).toList().toArray(String[]::new);
    return measuring(plan(workload, null, names))
        .runtime("cpython-3.11", "{\"version\": \"3.11.7\", \"gil\": \"on\"}")
        .cores(PYTHON + "sequential", 1);
  }

  private static List<String> why(StoredRun story) {
    return report(story.done()).why();
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
        measuring(
                plan(
                    Workload.SLEEP,
                    null,
                    "jvm/sequential",
                    "jvm/threads",
                    PYTHON + "sequential",
                    PYTHON + "threads"))
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
        measuring(plan(Workload.POWER, null, "cpython-3.14t/sequential", "cpython-3.14t/threads"))
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
        measuring(
                plan(
                    Workload.POWER,
                    null,
                    "jvm/sequential",
                    "jvm/threads",
                    PYTHON + "sequential",
                    PYTHON + "threads",
                    PYTHON + "process-pool"))
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
}
