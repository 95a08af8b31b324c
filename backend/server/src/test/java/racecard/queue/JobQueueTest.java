package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.run.Run;

@OnBothDatabases
final class JobQueueTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final JobEnd DONE = new JobEnd.Done();
  private static final JobEnd CRASHED =
      new JobEnd.Failed(FailureKind.RUNNER_CRASHED, "The runner ended with exit code 137.");

  private final TestDatabase database;
  private final Rooms rooms;

  JobQueueTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  @Test
  void a_claimed_job_is_the_first_submitted_and_carries_what_to_measure() {
    Run first = rooms.submit();
    rooms.submit();

    ClaimedJob job = claim();

    assertThat(job.run()).isEqualTo(first.id());
    assertThat(job.plan()).isEqualTo(Rooms.plan());
    assertThat(job.attempt()).isEqualTo(1);
    assertThat(job.lease().fence()).isEqualTo(1);
    assertThat(job.addGenerations()).isZero();
    assertThat(onlyJob(first).state()).isEqualTo(JobState.RUNNING);
    assertThat(onlyJob(first).startedAt()).isEqualTo(database.now());
  }

  @Test
  void an_empty_queue_gives_nothing() {
    assertThat(rooms.queue.claim("owner", "host")).isEmpty();
  }

  @Test
  void a_larger_priority_goes_first() {
    Run run = rooms.submit();
    rooms.enqueue(run.id(), 5, null);
    assertThat(claim().planJson()).isEqualTo("{}");
  }

  @Test
  void a_host_measures_one_job_at_a_time() {
    rooms.submit();
    rooms.submit();
    Lease first = claim().lease();

    assertThat(rooms.queue.claim("other", "host")).isEmpty();
    assertThat(rooms.queue.claim("other", "another-host")).isPresent();

    rooms.submit();
    rooms.queue.finish(first, DONE, InTransaction.NOTHING);
    assertThat(rooms.queue.claim("other", "host")).isPresent();
  }

  @Test
  void a_job_that_wants_a_host_waits_for_it() {
    Run run = rooms.submit();
    claim();
    rooms.enqueue(run.id(), 0, "nuc");
    assertThat(rooms.queue.claim("owner", "laptop")).isEmpty();
    assertThat(rooms.queue.claim("owner", "nuc")).isPresent();
  }

  @Test
  void a_renewed_lease_lasts_and_one_not_renewed_runs_out() {
    rooms.submit();
    Lease lease = claim().lease();

    database.pass(Rooms.LEASE.minus(SECOND));
    assertThat(rooms.queue.renew(lease)).isEqualTo(Standing.HELD);
    database.pass(Rooms.LEASE.minus(SECOND));
    assertThat(rooms.queue.renew(lease)).isEqualTo(Standing.HELD);
    database.pass(Rooms.LEASE);
    assertThat(rooms.queue.renew(lease)).isEqualTo(Standing.LOST);
  }

  @Test
  void progress_is_kept_for_the_pages_and_told_as_an_event() {
    Run run = rooms.submit();
    Lease lease = claim().lease();

    assertThat(rooms.queue.progress(lease, "{\"done\":3}")).isEqualTo(Standing.HELD);

    assertThat(onlyJob(run).progressJson()).isEqualTo("{\"done\":3}");
    assertThat(kinds(run)).containsExactly(EventKind.QUEUED, EventKind.STARTED, EventKind.PROGRESS);
  }

  @Test
  void a_finished_job_is_final_and_keeps_its_attempt() {
    Run run = rooms.submit();
    Lease lease = claim().lease();
    database.pass(Duration.ofSeconds(20));

    assertThat(rooms.queue.finish(lease, DONE, InTransaction.NOTHING)).isEqualTo(Finish.FINAL);

    assertThat(onlyJob(run).state()).isEqualTo(JobState.DONE);
    assertThat(onlyJob(run).finishedAt()).isEqualTo(database.now());
    assertThat(endings(run)).containsExactly(AttemptEnding.DONE);
    assertThat(rooms.queue.claim("owner", "host")).isEmpty();
    assertThat(kinds(run)).endsWith(EventKind.DONE);
  }

  @Test
  void a_job_is_finished_once() {
    rooms.submit();
    Lease lease = claim().lease();
    rooms.queue.finish(lease, DONE, InTransaction.NOTHING);
    assertThat(rooms.queue.finish(lease, CRASHED, handle -> failure())).isEqualTo(Finish.NOT_OURS);
    assertThat(rooms.queue.giveBack(lease)).isFalse();
    assertThat(rooms.queue.renew(lease)).isEqualTo(Standing.LOST);
    assertThat(rooms.queue.standing(lease)).isEqualTo(Standing.LOST);
    assertThat(rooms.queue.progress(lease, "{}")).isEqualTo(Standing.LOST);
  }

  @Test
  void what_is_written_along_with_a_finish_is_kept_with_it_or_not_at_all() {
    Run run = rooms.submit();
    Lease lease = claim().lease();

    assertThatThrownBy(() -> rooms.queue.finish(lease, DONE, handle -> failure()))
        .hasMessage("cannot be stored");
    assertThat(onlyJob(run).state()).isEqualTo(JobState.RUNNING);

    rooms.queue.finish(
        lease, DONE, handle -> handle.execute("insert into setting values ('written', 'along')"));
    assertThat(count("setting")).isEqualTo(1);
  }

  @Test
  void a_failure_that_may_pass_is_tried_again_after_a_while_and_fails_at_the_last_attempt() {
    Run run = rooms.submit();
    for (int attempt = 1; attempt < JobQueue.MAX_ATTEMPTS; attempt++) {
      assertThat(finish(claim(), CRASHED)).isEqualTo(Finish.TRIED_AGAIN);
      assertThat(rooms.queue.claim("owner", "host")).isEmpty();
      database.pass(JobQueue.RETRY_DELAY.multipliedBy(attempt));
    }
    assertThat(finish(claim(), CRASHED)).isEqualTo(Finish.FINAL);

    assertThat(onlyJob(run).state()).isEqualTo(JobState.FAILED);
    assertThat(onlyJob(run).failureKind()).isEqualTo(FailureKind.RUNNER_CRASHED);
    assertThat(onlyJob(run).failureDetail()).contains("137");
    assertThat(rooms.jobs.attempts(run.id())).extracting(Attempt::number).containsExactly(1, 2, 3);
    assertThat(endings(run)).containsOnly(AttemptEnding.FAILED);
  }

  @Test
  void a_failure_that_cannot_pass_is_final_at_once() {
    Run run = rooms.submit();
    assertThat(finish(claim(), new JobEnd.Failed(FailureKind.WRONG_ANSWER, "x".repeat(9_000))))
        .isEqualTo(Finish.FINAL);
    assertThat(onlyJob(run).failureDetail()).hasSize(4_000).endsWith("…");
  }

  @Test
  void a_job_given_back_waits_as_if_it_had_not_been_claimed() {
    Run run = rooms.submit();
    for (int i = 0; i < 5; i++) {
      assertThat(rooms.queue.giveBack(claim().lease())).isTrue();
    }
    ClaimedJob job = claim();
    assertThat(job.attempt()).isEqualTo(1);
    assertThat(job.lease().fence()).isEqualTo(6);
    assertThat(endings(run)).startsWith(AttemptEnding.HANDED_BACK, AttemptEnding.HANDED_BACK);
  }

  @Test
  void a_waiting_job_is_cancelled_at_once() {
    Run run = rooms.submit();
    assertThat(rooms.queue.cancel(run.id())).isEqualTo(Cancellation.CANCELLED);
    assertThat(onlyJob(run).state()).isEqualTo(JobState.CANCELLED);
    assertThat(rooms.queue.claim("owner", "host")).isEmpty();
    assertThat(rooms.queue.cancel(run.id())).isEqualTo(Cancellation.ALREADY_FINAL);
    assertThat(kinds(run)).containsExactly(EventKind.QUEUED, EventKind.CANCELLED);
  }

  @Test
  void a_running_job_is_told_to_stop_and_stops() {
    Run run = rooms.submit();
    ClaimedJob job = claim();
    assertThat(rooms.queue.cancel(run.id())).isEqualTo(Cancellation.REQUESTED);
    assertThat(rooms.queue.cancel(run.id())).isEqualTo(Cancellation.ALREADY_REQUESTED);

    assertThat(rooms.queue.standing(job.lease())).isEqualTo(Standing.CANCEL_REQUESTED);
    assertThat(rooms.queue.renew(job.lease())).isEqualTo(Standing.CANCEL_REQUESTED);
    assertThat(rooms.queue.progress(job.lease(), "{}")).isEqualTo(Standing.CANCEL_REQUESTED);
    assertThat(onlyJob(run).stopping()).isTrue();

    assertThat(finish(job, new JobEnd.Cancelled())).isEqualTo(Finish.FINAL);
    assertThat(onlyJob(run).state()).isEqualTo(JobState.CANCELLED);
    assertThat(endings(run)).containsExactly(AttemptEnding.CANCELLED);
  }

  @Test
  void a_request_to_cancel_wins_over_trying_again_and_over_giving_back() {
    Run failing = rooms.submit();
    ClaimedJob first = claim();
    rooms.queue.cancel(failing.id());
    assertThat(finish(first, CRASHED)).isEqualTo(Finish.FINAL);
    assertThat(onlyJob(failing).state()).isEqualTo(JobState.CANCELLED);

    Run givenBack = rooms.submit();
    ClaimedJob second = claim();
    rooms.queue.cancel(givenBack.id());
    assertThat(rooms.queue.giveBack(second.lease())).isTrue();
    assertThat(onlyJob(givenBack).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void a_job_that_was_done_before_it_saw_the_request_to_cancel_is_done() {
    Run run = rooms.submit();
    ClaimedJob job = claim();
    rooms.queue.cancel(run.id());
    finish(job, DONE);
    assertThat(onlyJob(run).state()).isEqualTo(JobState.DONE);
  }

  @Test
  void nothing_is_claimed_while_paused_and_what_runs_goes_on() {
    rooms.submit();
    Lease lease = claim().lease();
    rooms.submit();
    rooms.pause.pause();
    rooms.pause.pause();

    assertThat(rooms.pause.paused()).isTrue();
    assertThat(rooms.queue.claim("owner", "another-host")).isEmpty();
    assertThat(rooms.queue.renew(lease)).isEqualTo(Standing.HELD);

    rooms.pause.resume();
    assertThat(rooms.pause.paused()).isFalse();
    assertThat(rooms.queue.claim("owner", "another-host")).isPresent();
  }

  @Test
  void jobs_are_counted_by_state_and_listed_for_the_pages() {
    Run done = rooms.submit();
    finish(claim(), DONE);
    database.pass(SECOND);
    Run failed = rooms.submit();
    finish(claim(), new JobEnd.Failed(FailureKind.INTERNAL, "x"));
    rooms.submit();

    assertThat(rooms.jobs.counts())
        .containsEntry(JobState.DONE, 1L)
        .containsEntry(JobState.QUEUED, 2L)
        .containsEntry(JobState.RUNNING, 0L);
    assertThat(rooms.jobs.finished(10)).extracting(Job::run).containsExactly(done.id());
    assertThat(rooms.jobs.waiting(1)).extracting(Job::run).containsExactly(failed.id());
    assertThat(rooms.jobs.running()).isEmpty();
  }

  @Test
  void events_of_a_run_are_numbered_without_gaps_and_read_on_from_any_of_them() {
    Run run = rooms.submit();
    ClaimedJob job = claim();
    for (int i = 0; i < 5; i++) {
      rooms.queue.progress(job.lease(), "{\"done\":%d}".formatted(i));
    }
    finish(job, DONE);

    assertThat(rooms.events.last(run.id())).isEqualTo(8);
    assertThat(rooms.events.after(run.id(), 0, 100))
        .extracting(Event::id)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(rooms.events.after(run.id(), 6, 100))
        .extracting(Event::kind)
        .containsExactly(EventKind.PROGRESS, EventKind.DONE);
    assertThat(rooms.events.after(run.id(), 2, 2)).hasSize(2);
  }

  private ClaimedJob claim() {
    return rooms.queue.claim("owner", "host").orElseThrow();
  }

  private Finish finish(ClaimedJob job, JobEnd end) {
    return rooms.queue.finish(job.lease(), end, InTransaction.NOTHING);
  }

  private Job onlyJob(Run run) {
    List<Job> jobs = rooms.jobs.ofRun(run.id());
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }

  private List<AttemptEnding> endings(Run run) {
    return rooms.jobs.attempts(run.id()).stream().map(Attempt::ending).toList();
  }

  private List<EventKind> kinds(Run run) {
    return rooms.events.after(run.id(), 0, 100).stream().map(Event::kind).toList();
  }

  private long count(String table) {
    return database
        .steered()
        .withHandle(handle ->
            handle
                .createQuery("select count(*) from <table>")
                .define("table", table)
                .mapTo(long.class)
                .one());
  }

  private static void failure() {
    throw new IllegalStateException("cannot be stored");
  }
}
