package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.queue.ClaimedJob;
import racecard.runner.Installation;
import racecard.runner.Work;

/** What rounds would take, tried with real children before one is begun. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class TrialTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static final ContenderName SEQUENTIAL = ContenderName.parse("lab-1.0/sequential");
  private static final ContenderName THREADS = ContenderName.parse("lab-1.0/threads");
  private static final int MANY_CORES = 64;

  @TempDir private Path home;
  private Installation installation;
  private Rooms rooms;

  @BeforeEach
  void find() throws IOException {
    Lab lab = new Lab(home);
    lab.interpreter("lab-1.0");
    installation = lab.installation();
    installation.runtimes().look();
    rooms = Rooms.real(DATABASE);
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void threads_under_one_lock_are_not_expected_to_use_all_cores() throws Halted {
    Map<ContenderName, Long> estimates =
        estimates(AtWork.plan(Workload.POWER, power(200_000), 4_000, names()));
    assertThat(estimates.get(SEQUENTIAL)).isGreaterThan(Trial.LONGEST_NS);
    assertThat(partOfSequential(estimates)).isGreaterThan(0.5);
  }

  @Test
  void what_is_short_on_one_core_is_not_tried_further() throws Halted {
    Map<ContenderName, Long> estimates =
        estimates(AtWork.plan(Workload.POWER, power(20_000), 64, names()));
    assertThat(partOfSequential(estimates)).isCloseTo(1.0 / MANY_CORES, within(1e-6));
  }

  private static double partOfSequential(Map<ContenderName, Long> estimates) {
    return (double) estimates.getOrDefault(THREADS, 0L) / estimates.getOrDefault(SEQUENTIAL, 0L);
  }

  private static Map<String, Long> power(long exponent) {
    return Map.of("base", 7_777L, "exponent", exponent);
  }

  private static String[] names() {
    return new String[] {SEQUENTIAL.toString(), THREADS.toString()};
  }

  private Map<ContenderName, Long> estimates(Plan plan) throws Halted {
    rooms.submit();
    ClaimedJob job = rooms.queue.claim("trial", AtWork.host()).orElseThrow();
    Hold hold = new Hold(job.lease(), Duration.ofMinutes(2));
    try (Crew crew = new Crew(installation, hold, new Ledger(AtWork.stores(rooms), job, hold))) {
      Work work = Assignment.of(plan, "n", List.of(), 0);
      return new Trial(plan, work, MANY_CORES, crew, hold).estimates(plan.contenders(), 0);
    }
  }
}
