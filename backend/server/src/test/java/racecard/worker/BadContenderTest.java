package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.statistics.Assessment;

/** One contender does wrong, and the others are measured all the same. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class BadContenderTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void a_contender_with_a_wrong_answer_is_given_up_at_once_and_cannot_win() throws IOException {
    try (AtWork work = AtWork.on(DATABASE, Meddler.installation("virtual-threads", "lies"))) {
      Run run = submit(work, "jvm/virtual-threads");
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

      ContenderStatus liar = work.status(run, "jvm/virtual-threads");
      assertThat(liar.status()).isEqualTo(Status.FAILED);
      assertThat(liar.reason()).contains("checksum was 4711");
      theOthersAreCompared(work, run);
      assertThat(work.rooms.samples.of(run.id()))
          .filteredOn(sample -> sample.contender().equals("jvm/virtual-threads"))
          .singleElement()
          .satisfies(sample -> {
            assertThat(sample.kind()).isEqualTo(SampleKind.COLD);
            assertThat(sample.valid()).isFalse();
          });
    }
  }

  @Test
  void a_contender_that_dies_in_two_generations_is_given_up_with_its_last_words()
      throws IOException {
    try (AtWork work = AtWork.on(DATABASE, Meddler.installation("processes", "dies-late"))) {
      Run run = submit(work, "jvm/processes");
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

      ContenderStatus dead = work.status(run, "jvm/processes");
      assertThat(dead.status()).isEqualTo(Status.FAILED);
      assertThat(dead.reason()).contains("exit status 3", "what a pity");
      assertThat(work.measured(run))
          .filteredOn(sample -> sample.contender().equals("jvm/processes"))
          .hasSize(2)
          .allSatisfy(sample -> {
            assertThat(sample.valid()).isFalse();
            assertThat(sample.wallNs()).isNull();
            assertThat(sample.block()).isEqualTo(1);
          })
          .extracting(Sample::generation)
          .containsExactly(1, 2);
      theOthersAreCompared(work, run);
    }
  }

  @Test
  void a_job_whose_contenders_all_die_is_tried_again() throws IOException {
    try (AtWork work = AtWork.on(DATABASE, Meddler.installation("threads", "dies"))) {
      Run run = work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 2L), 4, "jvm/threads"));
      work.until("the second attempt", () -> work.rooms.jobs.attempts(run.id()).size() == 2);
      assertThat(work.rooms.jobs.attempts(run.id()).getFirst().failureKind())
          .hasToString("RUNNER_CRASHED");
    }
  }

  private static Run submit(AtWork work, String bad) {
    return work.submit(
        AtWork.plan(
            Workload.SLEEP, Map.of("sleep_ms", 5L), 2, "jvm/sequential", "jvm/threads", bad));
  }

  private static void theOthersAreCompared(AtWork work, Run run) {
    Assessment assessment = work.assessment(run);
    assertThat(assessment.comparison().leader()).isEqualTo("jvm/threads");
    assertThat(assessment.comparison().placings()).hasSize(2);
    assertThat(assessment.comparison().blocks()).isEqualTo(9);
    assertThat(assessment.comparison().invalidBlocks()).isZero();
  }
}
