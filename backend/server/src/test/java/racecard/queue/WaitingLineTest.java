package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.run.Run;

@OnBothDatabases
final class WaitingLineTest {
  private final TestDatabase database;
  private final Rooms rooms;

  WaitingLineTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  @Test
  void jobs_are_claimed_in_the_order_in_which_they_stand() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      rooms.enqueue(rooms.submit().id(), random.nextInt(3), null);
    }
    List<JobId> line = rooms.line.places(100, 1).stream().map(Place::job).toList();

    List<JobId> claimed = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      ClaimedJob job = rooms.queue.claim("owner", "host").orElseThrow();
      claimed.add(job.lease().job());
      rooms.queue.finish(job.lease(), new JobEnd.Done(), InTransaction.NOTHING);
    }
    assertThat(line).hasSize(40);
    assertThat(claimed).isEqualTo(line);
  }

  @Test
  void a_run_is_told_the_place_that_the_list_shows() {
    List<Run> runs = new ArrayList<>();
    Random random = new Random(2);
    for (int i = 0; i < 12; i++) {
      Run run = rooms.submit();
      rooms.queue.cancel(run.id());
      rooms.enqueue(run.id(), random.nextInt(3), random.nextInt(3) == 0 ? "nuc" : null);
      runs.add(run);
    }
    rooms.queue.claim("owner", "host");
    database.pass(Duration.ofSeconds(10));

    List<Place> places = rooms.line.places(100, 2);

    assertThat(places).hasSize(11);
    for (Run run : runs) {
      assertThat(rooms.line.place(run.id(), 2))
          .isEqualTo(places.stream().filter(place -> place.run().equals(run.id())).findFirst());
    }
  }

  @Test
  void whoever_asks_before_queueing_is_told_what_the_queued_job_is_told_then() {
    rooms.submit();
    rooms.submit();
    rooms.queue.claim("owner", "host");
    Prospect before = rooms.line.prospect(1);
    Place then = rooms.line.place(rooms.submit().id(), 1).orElseThrow();
    // One runs besides those that wait before it.
    assertThat(before.ahead()).isEqualTo(then.position());
    assertThat(before.etaS()).isEqualTo(then.etaS());
    assertThat(rooms.line.prospect(0).etaS()).isEmpty();
  }

  @Test
  void the_first_is_next_in_line_and_starts_when_the_running_job_is_expected_to_end() {
    rooms.submit();
    Run first = rooms.submit();
    Run second = rooms.submit();
    rooms.queue.claim("owner", "host");
    database.pass(Duration.ofSeconds(20));

    Place next = rooms.line.place(first.id(), 1).orElseThrow();
    Place later = rooms.line.place(second.id(), 1).orElseThrow();

    assertThat(next.position()).isEqualTo(1);
    assertThat(next.etaS()).hasValue(40);
    assertThat(later.position()).isEqualTo(2);
    assertThat(later.etaS()).hasValue(100);
  }

  @Test
  void two_hosts_halve_the_wait_and_a_free_one_ends_it() {
    for (int i = 0; i < 3; i++) {
      rooms.submit();
    }
    Run last = rooms.submit();
    rooms.queue.claim("owner", "host");
    assertThat(rooms.line.place(last.id(), 2).orElseThrow().etaS()).hasValue(90);
    assertThat(rooms.line.place(last.id(), 4).orElseThrow().etaS()).hasValue(0);
  }

  @Test
  void nobody_can_say_when_while_the_queue_is_paused_or_no_worker_lives() {
    Run run = rooms.submit();
    assertThat(rooms.line.place(run.id(), 0).orElseThrow().etaS()).isEmpty();
    rooms.pause.pause();
    assertThat(rooms.line.place(run.id(), 1).orElseThrow().etaS()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void a_job_that_wants_another_host_is_not_in_the_way() {
    Run first = rooms.submit();
    rooms.queue.cancel(first.id());
    rooms.enqueue(first.id(), 0, "nuc");
    Run second = rooms.submit();
    rooms.queue.cancel(second.id());
    rooms.enqueue(second.id(), 0, "laptop");
    assertThat(rooms.line.place(second.id(), 2).orElseThrow().position()).isEqualTo(1);
  }

  @Test
  void how_long_a_job_took_is_expected_of_those_like_it() {
    rooms.submit();
    Run waiting = rooms.submit();
    Lease lease = rooms.queue.claim("owner", "host").orElseThrow().lease();
    database.pass(Duration.ofSeconds(25));
    rooms.queue.finish(lease, new JobEnd.Done(), InTransaction.NOTHING);
    Run later = rooms.submit();

    assertThat(rooms.jobs.ofRun(waiting.id()).getFirst().expectedMs()).isEqualTo(25_000);
    assertThat(rooms.jobs.ofRun(later.id()).getFirst().expectedMs()).isEqualTo(25_000);
    assertThat(rooms.line.place(later.id(), 1).orElseThrow().etaS()).hasValue(25);
  }

  @Test
  void a_run_that_does_not_wait_has_no_place() {
    Run run = rooms.submit();
    rooms.queue.claim("owner", "host");
    assertThat(rooms.line.place(run.id(), 1)).isEmpty();
  }
}
