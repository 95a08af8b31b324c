package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Levels;
import racecard.run.MoreAsked;
import racecard.run.NewRun;
import racecard.run.Run;
import racecard.run.RunState;

/** Runs of several cells in the queue. */
@OnBothDatabases
final class TurnTest {
  private static final Levels THREE = new Levels(List.of(1, 2, 4), List.of(), List.of());

  private final TestDatabase database;
  private final Rooms rooms;

  TurnTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  private Run three() {
    return rooms
        .runs
        .submit(
            new NewRun(
                Rooms.plan().with(10, 1),
                "",
                List.of(),
                "",
                "",
                null,
                null,
                THREE,
                List.of(10_000L, 20_000L, 30_000L)))
        .run();
  }

  private ClaimedJob claim(String host) {
    return rooms.queue.claim("owner of " + host, host).orElseThrow();
  }

  private void finish(ClaimedJob job, JobEnd end) {
    rooms.queue.finish(job.lease(), end, InTransaction.NOTHING);
  }

  private void done(ClaimedJob job) {
    finish(job, new JobEnd.Done());
  }

  private RunState state(Run run) {
    return rooms.runs.find(run.id()).orElseThrow().state();
  }

  @Test
  void the_cells_of_a_run_are_measured_one_after_another_with_nobody_between() {
    Run first = three();
    Run second = rooms.submit();
    Run third = three();
    List<RunId> claimed = new ArrayList<>();
    List<Integer> inFlight = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ClaimedJob job = claim("ash");
      claimed.add(job.run());
      inFlight.add(job.plan().inFlight());
      done(job);
    }
    assertThat(claimed)
        .containsExactlyElementsOf(
            Stream.of(first, first, first, second, third, third, third).map(Run::id).toList());
    assertThat(inFlight.subList(0, 3)).containsExactly(1, 4, 2);
    assertThat(state(first)).isEqualTo(RunState.DONE);
  }

  @Test
  void the_host_that_began_a_run_measures_all_of_it() {
    Run run = three();
    ClaimedJob first = claim("ash");
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
    done(first);
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
    assertThat(claim("ash").run()).isEqualTo(run.id());
  }

  @Test
  void a_first_cell_that_is_tried_again_stays_on_the_host_that_measures_the_others() {
    three();
    finish(claim("ash"), new JobEnd.Failed(FailureKind.INTERNAL, "passes"));
    ClaimedJob second = claim("ash");
    assertThat(second.cell()).isEqualTo(1);
    database.pass(Duration.ofSeconds(6));
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
    done(second);
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
    assertThat(claim("ash").cell()).isZero();
  }

  @Test
  void nobody_else_takes_the_first_cell_while_the_last_is_measured() {
    three();
    finish(claim("ash"), new JobEnd.Failed(FailureKind.INTERNAL, "passes"));
    done(claim("ash"));
    ClaimedJob last = claim("ash");
    assertThat(last.cell()).isEqualTo(2);
    database.pass(Duration.ofSeconds(6));
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
  }

  @Test
  void another_host_goes_on_where_the_first_was_lost() {
    three();
    done(claim("ash"));
    claim("ash");
    database.pass(Rooms.LEASE.plusSeconds(1));
    assertThat(rooms.rescue.reap()).isEqualTo(1);
    database.pass(Duration.ofSeconds(10));
    ClaimedJob again = claim("oak");
    assertThat(again.cell()).isEqualTo(1);
    done(again);
    assertThat(rooms.queue.claim("owner of ash", "ash")).isEmpty();
    assertThat(claim("oak").cell()).isEqualTo(2);
  }

  @Test
  void a_restarted_worker_goes_on_with_the_rest_of_its_turn() {
    three();
    claim("ash");
    assertThat(rooms.rescue.rescueHost("ash", "another owner")).isEqualTo(1);
    ClaimedJob again = claim("ash");
    assertThat(again.cell()).isZero();
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
  }

  @Test
  void another_host_goes_on_where_the_first_stopped_in_good_order() {
    three();
    done(claim("ash"));
    rooms.queue.giveBack(claim("ash").lease());
    assertThat(rooms.rescue.letGo(List.of("ash", "oak"))).isZero();
    assertThat(rooms.queue.claim("other", "oak")).isEmpty();
    assertThat(rooms.rescue.letGo(List.of("oak"))).isEqualTo(2);
    assertThat(claim("oak").cell()).isEqualTo(1);
    assertThat(rooms.queue.claim("owner of ash", "ash")).isEmpty();
  }

  @Test
  void a_turn_that_is_measured_is_not_let_go() {
    three();
    claim("ash");
    assertThat(rooms.rescue.letGo(List.of("oak"))).isZero();
  }

  @Test
  void a_run_of_three_cells_has_one_place_and_its_cells_take_their_time_together() {
    Run first = three();
    Run second = three();
    Run last = rooms.submit();
    assertThat(rooms.line.places(10, 1))
        .extracting(Place::run)
        .containsExactly(first.id(), second.id(), last.id());
    Place place = rooms.line.place(last.id(), 1).orElseThrow();
    assertThat(place.position()).isEqualTo(3);
    assertThat(place.etaS()).hasValue(120);
    assertThat(rooms.jobs.queued()).isEqualTo(3);
    assertThat(rooms.line.prospect(1).ahead()).isEqualTo(3);
  }

  @Test
  void while_a_run_is_measured_its_other_cells_do_not_wait_in_line() {
    three();
    Run last = rooms.submit();
    claim("ash");
    database.pass(Duration.ofSeconds(4));
    assertThat(rooms.line.places(10, 1)).extracting(Place::run).containsExactly(last.id());
    Place place = rooms.line.place(last.id(), 1).orElseThrow();
    assertThat(place.position()).isEqualTo(1);
    assertThat(place.etaS()).hasValue(56);
    assertThat(rooms.jobs.queued()).isEqualTo(1);
  }

  @Test
  void cancelling_a_run_cancels_all_its_cells() {
    Run run = three();
    ClaimedJob first = claim("ash");
    assertThat(rooms.queue.cancel(run.id())).isEqualTo(Cancellation.REQUESTED);
    finish(first, new JobEnd.Cancelled());
    assertThat(rooms.jobs.ofRun(run.id())).extracting(Job::state).containsOnly(JobState.CANCELLED);
    assertThat(state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(rooms.queue.claim("owner", "ash")).isEmpty();
  }

  @Test
  void a_failed_cell_does_not_lose_the_others() {
    Run run = three();
    done(claim("ash"));
    finish(claim("ash"), new JobEnd.Failed(FailureKind.WRONG_ANSWER, "wrong"));
    ClaimedJob last = claim("ash");
    assertThat(state(run)).isEqualTo(RunState.RUNNING);
    done(last);
    assertThat(rooms.jobs.ofRun(run.id()))
        .extracting(Job::state)
        .containsExactly(JobState.DONE, JobState.FAILED, JobState.DONE);
    assertThat(state(run)).isEqualTo(RunState.FAILED);
  }

  @Test
  void more_is_measured_of_one_cell() {
    Run run = three();
    for (int i = 0; i < 3; i++) {
      done(claim("ash"));
    }
    rooms.runs.measureMore(run.publicId(), new MoreAsked(1, 3, List.of(), 1_000));
    ClaimedJob more = claim("oak");
    assertThat(more.cell()).isEqualTo(1);
    assertThat(more.addGenerations()).isEqualTo(3);
    assertThat(more.plan()).isEqualTo(run.cells().get(1));
  }
}
