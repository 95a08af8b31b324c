package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Status;
import racecard.statistics.Placing;

/** Contenders beside the JVM's, on the real runner for Python, and what may be wrong with them. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
final class OtherRuntimeTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static final String NO_TRIO =
      """
      {"trio":{"reason":"The library trio is not installed.","library":true}}\
      """;

  @TempDir private Path home;
  private Lab lab;

  @BeforeEach
  void prepare() {
    lab = new Lab(home);
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void its_contenders_are_measured_beside_those_of_the_jvm() throws IOException {
    lab.interpreter("lab-1.0");
    try (AtWork work = AtWork.on(DATABASE, lab.installation())) {
      Run run =
          work.submit(
              AtWork.plan(
                  Workload.SLEEP,
                  Map.of("sleep_ms", 20L),
                  4,
                  "jvm/sequential",
                  "jvm/threads",
                  "lab-1.0/sequential",
                  "lab-1.0/threads"));
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

      assertThat(work.measured(run)).hasSize(36).allMatch(sample -> sample.valid());
      assertThat(work.assessment(run).comparison().placing("lab-1.0/threads"))
          .hasValueSatisfying(placing -> {
            assertThat(placing.baseline()).isEqualTo("lab-1.0/sequential");
            assertThat(placing.medianNs()).isGreaterThan(20_000_000);
          });
      assertThat(work.status(run, "lab-1.0/threads").factsJson()).contains("gil");
    }
  }

  @Test
  void what_cannot_be_measured_here_is_skipped_with_its_reason_and_the_rest_is_measured()
      throws IOException {
    lab.interpreter("lab-1.0", NO_TRIO);
    Path gone = lab.interpreter("gone-1.0");
    try (AtWork work = AtWork.on(DATABASE, lab.installation())) {
      untilFound(work, "gone-1.0", "lab-1.0");
      Files.delete(gone);
      Run run =
          work.submit(
              AtWork.plan(
                  Workload.SLEEP,
                  Map.of("sleep_ms", 5L),
                  2,
                  "gone-1.0/sequential",
                  "jvm/sequential",
                  "jvm/threads",
                  "lab-1.0/sequential",
                  "lab-1.0/threads",
                  "lab-1.0/trio",
                  "lab-1.0/curio",
                  "nowhere-3.4/threads"));
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

      skipped(work, run, "gone-1.0/sequential", gone + ", where Lab was found, is gone");
      ContenderStatus trio =
          skipped(work, run, "lab-1.0/trio", "The library trio is not installed.");
      assertThat(trio.remedy()).isEqualTo("./racecard libraries lab-1.0");
      skipped(work, run, "lab-1.0/curio", "curio"); // what its start says, since no look did
      skipped(work, run, "nowhere-3.4/threads", "This host has no nowhere-3.4.");
      assertThat(work.assessment(run).comparison().placings())
          .extracting(Placing::name)
          .containsExactlyInAnyOrder(
              "jvm/sequential", "jvm/threads", "lab-1.0/sequential", "lab-1.0/threads");
    }
  }

  @Test
  void a_runtime_that_is_gone_is_not_the_one_that_all_are_calibrated_by() throws IOException {
    Path gone = lab.interpreter("gone-1.0");
    lab.interpreter("lab-1.0");
    try (AtWork work = AtWork.on(DATABASE, lab.installation())) {
      untilFound(work, "gone-1.0", "lab-1.0");
      Files.delete(gone);
      Run run =
          work.submit(
              AtWork.plan(
                  Workload.MIXED,
                  Map.of("task_ms", 20L, "cpu_percent", 20L),
                  4,
                  "gone-1.0/sequential",
                  "lab-1.0/sequential",
                  "lab-1.0/thread-pool"));
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
      assertThat(work.assessment(run).comparison().leader()).isEqualTo("lab-1.0/thread-pool");
    }
  }

  private static ContenderStatus skipped(AtWork work, Run run, String contender, String reason) {
    ContenderStatus status = work.status(run, contender);
    assertThat(status.status()).isEqualTo(Status.SKIPPED);
    assertThat(status.reason()).contains(reason);
    assertThat(status.remedy()).isNotBlank();
    return status;
  }

  private static void untilFound(AtWork work, String... runtimes) {
    work.until(
        "the runtimes of this host",
        () ->
            work.hosts.all().stream()
                .anyMatch(host -> Arrays.stream(runtimes).allMatch(host.runtimesJson()::contains)));
  }
}
