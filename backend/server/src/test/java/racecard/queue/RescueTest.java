package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.run.Run;

@OnBothDatabases
final class RescueTest {
  private static final Duration PAST_LEASE = Rooms.LEASE.plusSeconds(1);

  private final TestDatabase database;
  private final Rooms rooms;

  RescueTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  @Test
  void a_job_whose_lease_ran_out_waits_again() {
    Run run = rooms.submit();
    Lease lost = claim("first", "host").lease();
    database.pass(Rooms.LEASE);
    assertThat(rooms.rescue.reap()).isZero();

    database.pass(PAST_LEASE);
    assertThat(rooms.rescue.reap()).isEqualTo(1);
    assertThat(rooms.rescue.reap()).isZero();
    assertThat(rooms.queue.claim("second", "host")).isEmpty();

    database.pass(JobQueue.RETRY_DELAY);
    ClaimedJob again = claim("second", "another-host");
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.lease().fence()).isGreaterThan(lost.fence());
    assertThat(rooms.jobs.attempts(run.id()).getFirst().ending()).isEqualTo(AttemptEnding.LOST);
    assertThat(rooms.jobs.attempts(run.id()).getFirst().failureKind())
        .isEqualTo(FailureKind.LEASE_LOST);
  }

  @Test
  void a_worker_that_lost_its_job_changes_nothing_of_it() {
    Run run = rooms.submit();
    Lease lost = claim("first", "host").lease();
    database.pass(PAST_LEASE);
    rooms.rescue.reap();
    database.pass(JobQueue.RETRY_DELAY);
    Lease held = claim("second", "host").lease();

    assertThat(rooms.queue.renew(lost)).isEqualTo(Standing.LOST);
    assertThat(rooms.queue.giveBack(lost)).isFalse();
    assertThat(rooms.queue.finish(lost, new JobEnd.Done(), InTransaction.NOTHING))
        .isEqualTo(Finish.NOT_OURS);

    assertThat(rooms.queue.standing(held)).isEqualTo(Standing.HELD);
    assertThat(rooms.jobs.ofRun(run.id()).getFirst().state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void the_same_owner_with_an_older_fence_has_lost_too() {
    rooms.submit();
    Lease lost = claim("owner", "host").lease();
    database.pass(PAST_LEASE);
    rooms.rescue.reap();
    database.pass(JobQueue.RETRY_DELAY);
    claim("owner", "host");
    assertThat(rooms.queue.standing(lost)).isEqualTo(Standing.LOST);
    assertThat(rooms.queue.finish(lost, new JobEnd.Done(), InTransaction.NOTHING))
        .isEqualTo(Finish.NOT_OURS);
  }

  @Test
  void a_job_whose_worker_is_lost_at_every_attempt_fails() {
    Run run = rooms.submit();
    for (int attempt = 1; attempt <= JobQueue.MAX_ATTEMPTS; attempt++) {
      claim("owner" + attempt, "host");
      database.pass(PAST_LEASE);
      assertThat(rooms.rescue.reap()).isEqualTo(1);
      database.pass(JobQueue.RETRY_DELAY.multipliedBy(attempt));
    }
    Job job = rooms.jobs.ofRun(run.id()).getFirst();
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failureKind()).isEqualTo(FailureKind.LEASE_LOST);
    assertThat(job.failureDetail()).contains("attempt 3 of 3");
    assertThat(rooms.events.after(run.id(), 0, 100).getLast().kind()).isEqualTo(EventKind.FAILED);
  }

  @Test
  void a_lost_job_that_was_to_be_cancelled_is_cancelled() {
    Run run = rooms.submit();
    claim("owner", "host");
    rooms.queue.cancel(run.id());
    database.pass(PAST_LEASE);
    rooms.rescue.reap();
    assertThat(rooms.jobs.ofRun(run.id()).getFirst().state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void a_host_that_starts_again_takes_back_its_own_jobs_at_once_and_no_others() {
    rooms.submit();
    rooms.submit();
    Lease here = claim("before", "host").lease();
    Lease elsewhere = claim("other", "another-host").lease();

    assertThat(rooms.rescue.rescueHost("host", "after")).isEqualTo(1);

    assertThat(rooms.queue.standing(here)).isEqualTo(Standing.LOST);
    assertThat(rooms.queue.standing(elsewhere)).isEqualTo(Standing.HELD);
    ClaimedJob again = claim("after", "host");
    assertThat(again.lease().job()).isEqualTo(here.job());
    assertThat(rooms.rescue.rescueHost("host", "after")).isZero();
  }

  @Test
  void processes_of_a_lost_attempt_are_named_until_they_are_forgotten() {
    rooms.submit();
    Lease lease = claim("before", "host").lease();
    Child ended = new Child(11, "4711");
    Child left = new Child(12, "4712");
    rooms.children.started(lease, ended);
    rooms.children.started(lease, left);
    rooms.children.started(lease, left); // when the answer to the first was lost
    rooms.children.ended(lease, ended);

    assertThat(rooms.children.left("host", "before")).isEmpty();
    assertThat(rooms.children.left("host", "after")).containsExactly(left);
    assertThat(rooms.children.left("another-host", "after")).isEmpty();

    rooms.rescue.rescueHost("host", "after");
    assertThat(rooms.children.left("host", "after")).containsExactly(left);
    rooms.children.forget("host", "after");
    assertThat(rooms.children.left("host", "after")).isEmpty();
  }

  @Test
  void processes_of_a_finished_attempt_are_forgotten_with_it() {
    rooms.submit();
    Lease lease = claim("owner", "host").lease();
    rooms.children.started(lease, new Child(11, "4711"));
    rooms.queue.finish(lease, new JobEnd.Done(), InTransaction.NOTHING);
    assertThat(rooms.children.left("host", "later")).isEqualTo(List.of());
  }

  private ClaimedJob claim(String owner, String host) {
    return rooms.queue.claim(owner, host).orElseThrow();
  }
}
