package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.sample.Sample;
import racecard.statistics.Assessment;
import racecard.statistics.Flag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real rounds beside real busy loops that belong to somebody else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class BusyHostTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestDatabase DATABASE = TestDatabase.h2();

  // Its shell ends at once, so that the loop is no child of ours; it ends by itself in any case.
  private static final String LOOP =
      "setsid timeout 90 sh -c 'while :; do :; done' >/dev/null 2>&1 </dev/null & echo $!";

  private final AtWork work = AtWork.on(DATABASE);
  private final List<ProcessHandle> loops = new ArrayList<>();

  @AfterEach
  void stop() {
    loops.forEach(ProcessHandle::destroy);
    work.close();
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void busy_loops_of_others_are_seen_and_lower_the_grade() throws IOException {
    for (int i = 0; i <= Runtime.getRuntime().availableProcessors() / 4; i++) {
      startLoop();
    }
    Run run =
        work.submit(
            AtWork.plan(
                Workload.POWER,
                Map.of("exponent", 20_000L),
                8,
                "jvm/sequential",
                "jvm/thread-pool"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(loops).as("they were there all the time").allMatch(ProcessHandle::isAlive);

    Assessment assessment = work.assessment(run);
    Flag busy =
        assessment.flags().stream()
            .filter(flag -> flag.kind().equals("HOST_BUSY"))
            .findFirst()
            .orElseThrow();
    assertThat(busy.evidence().get("foreign_cpu")).isBetween(0.05, 1.05);
    assertThat(assessment.grade()).isNotEqualTo("A");
    theEvidenceIsKeptWithEveryBlock(work.measured(run));
  }

  private static void theEvidenceIsKeptWithEveryBlock(List<Sample> measured) {
    assertThat(measured).hasSize(18);
    int spins = 0;
    for (Sample sample : measured) {
      JsonNode counters = JSON.readTree(sample.countersJson());
      assertThat(counters.path("block").path("foreign_ns").longValue()).isPositive();
      assertThat(counters.path("core_wait_ns").isMissingNode())
          .as("waiting is counted of one task at a time alone")
          .isEqualTo(!sample.contender().equals("jvm/sequential"));
      spins += counters.path("block").path("spin_after_cpu_ns").isNumber() ? 1 : 0;
    }
    assertThat(spins).isPositive();
  }

  private void startLoop() throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", LOOP).start();
    String pid = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    loops.add(ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow());
  }
}
