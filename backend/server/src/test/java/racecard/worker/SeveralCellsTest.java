package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.queue.ClaimedJob;
import racecard.queue.InTransaction;
import racecard.queue.Job;
import racecard.queue.JobEnd;
import racecard.queue.JobState;
import racecard.run.NewRun;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.ContenderStatus;
import racecard.sample.Outcome;
import racecard.sample.Sample;

/** A worker measures every cell of a run by itself. */
@OnBothDatabases
final class SeveralCellsTest {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";

  private final TestDatabase database;

  SeveralCellsTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void two_levels_of_in_flight_are_measured_one_after_the_other() {
    try (AtWork work = AtWork.on(database)) {
      Run run = two(work.rooms);
      Job last = work.end(run);

      assertThat(last.state()).isEqualTo(JobState.DONE);
      assertThat(work.rooms.runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
      assertThat(work.rooms.outcomes.of(run.id())).extracting(Outcome::cell).containsExactly(0, 1);
      assertThat(work.measured(run)).extracting(Sample::cell).contains(0, 1);
      // One at a time is no faster than one after another, four at once are.
      assertThat(medianNs(work, run, 0)).isGreaterThan(20e6 * 0.99);
      assertThat(medianNs(work, run, 1)).isLessThan(medianNs(work, run, 0));
      assertThat(work.rooms.outcomes.statuses(run.id()))
          .filteredOn(status -> status.contender().equals(THREADS))
          .extracting(ContenderStatus::effectiveInFlight)
          .containsExactly(1, 4);
    }
  }

  @Test
  void what_a_host_began_that_is_not_heard_of_is_measured_by_the_next() {
    AtWork work = AtWork.on(database);
    work.close();
    Run run = two(work.rooms);
    ClaimedJob first = work.rooms.queue.claim("owner of ash", "ash").orElseThrow();
    work.rooms.queue.finish(first.lease(), new JobEnd.Done(), InTransaction.NOTHING);
    try (AtWork next = work.next()) {
      assertThat(next.end(run).host()).isEqualTo(AtWork.host());
    }
  }

  private static Run two(Rooms rooms) {
    Plan plan =
        AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 5L), 4, SEQUENTIAL, THREADS).with(4, 1);
    return rooms
        .runs
        .submit(
            new NewRun(
                plan,
                "",
                List.of(),
                "",
                "",
                null,
                null,
                new Levels(List.of(1, 4), List.of(), List.of()),
                List.of(10_000L, 10_000L)))
        .run();
  }

  private static double medianNs(AtWork work, Run run, int cell) {
    Double median =
        work.rooms
            .outcomes
            .of(run.id())
            .get(cell)
            .assessment()
            .comparison()
            .placing(THREADS)
            .orElseThrow()
            .medianNs();
    return median == null ? Double.NaN : median;
  }
}
