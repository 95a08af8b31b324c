package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.host.WorkerState;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.runtime.Turn;

/** A worker beside a command that adds libraries. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class TurnsOfWorkTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  @TempDir private Path home;

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void a_job_waits_until_libraries_are_added_and_the_host_says_so_meanwhile() {
    Lab lab = new Lab(home);
    Turn adding = lab.runtimes().toAdd(Duration.ZERO).orElseThrow();
    try (AtWork work = AtWork.on(DATABASE, lab.installation())) {
      Run run =
          work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 2L), 2, "jvm/sequential"));
      work.until("it to be held off", () -> heldOff(work.worker));
      assertThat(work.job(run).state()).isEqualTo(JobState.QUEUED);
      adding.close();
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    }
  }

  @Test
  void nobody_may_add_while_a_job_is_measured() {
    Lab lab = new Lab(home);
    try (AtWork work = AtWork.on(DATABASE, lab.installation())) {
      Run run =
          work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 9_000L), 2, "jvm/sequential"));
      work.until("the job to begin", () -> work.job(run).state() == JobState.RUNNING);
      assertThat(lab.runtimes().toAdd(Duration.ZERO)).isEmpty();
    }
    assertThat(lab.runtimes().toAdd(Duration.ZERO)).isPresent();
  }

  private static boolean heldOff(Worker worker) {
    return worker.state() == WorkerState.PREPARING && !worker.looking();
  }
}
