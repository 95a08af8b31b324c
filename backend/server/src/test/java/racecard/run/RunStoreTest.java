package racecard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;

@OnBothDatabases
final class RunStoreTest {
  private static final JobEnd DONE = new JobEnd.Done();
  private static final JobEnd FAILED = new JobEnd.Failed(FailureKind.WRONG_ANSWER, "wrong");

  private final TestDatabase database;
  private final Rooms rooms;

  RunStoreTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
  }

  @Test
  void a_submitted_run_is_found_as_it_was_asked_for() {
    Run run =
        rooms
            .runs
            .submit(
                new NewRun(
                    Rooms.plan(),
                    "Fünf <b>",
                    List.of("demo", "nachts"),
                    "why\nso",
                    "ann",
                    null,
                    null,
                    1_000))
            .run();

    assertThat(run.publicId()).matches("[0-9a-hjkmnp-tv-z]{10}");
    assertThat(run.plan()).isEqualTo(Rooms.plan());
    assertThat(run.contenders()).containsExactly("jvm/sequential", "jvm/threads");
    assertThat(run.label()).isEqualTo("Fünf <b>");
    assertThat(run.tags()).containsExactly("demo", "nachts");
    assertThat(run.note()).isEqualTo("why\nso");
    assertThat(run.submittedBy()).isEqualTo("ann");
    assertThat(run.createdAt()).isEqualTo(database.now());
    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(rooms.runs.find(run.publicId())).hasValue(run);
    assertThat(rooms.runs.find(run.id())).hasValue(run);
    assertThat(rooms.runs.find("nothing0")).isEmpty();
  }

  @Test
  void the_state_of_a_run_follows_from_its_jobs() {
    Run run = rooms.submit();
    assertThat(state(run)).isEqualTo(RunState.QUEUED);
    ClaimedJob job = claim();
    assertThat(state(run)).isEqualTo(RunState.RUNNING);
    rooms.queue.cancel(run.id());
    assertThat(state(run)).isEqualTo(RunState.STOPPING);
    rooms.queue.finish(job.lease(), new JobEnd.Cancelled(), InTransaction.NOTHING);
    assertThat(state(run)).isEqualTo(RunState.CANCELLED);

    Run failing = rooms.submit();
    finish(FAILED);
    assertThat(state(failing)).isEqualTo(RunState.FAILED);
    assertThat(rooms.runs.find(failing.id()).orElseThrow().finishedAt()).isEqualTo(database.now());
  }

  @Test
  void a_submit_key_makes_one_run_however_often_it_is_sent() {
    Submission first = rooms.runs.submit(Rooms.request("first", "key"));
    Submission second = rooms.runs.submit(Rooms.request("second", "key"));
    assertThat(first).isInstanceOf(Submission.Submitted.class);
    assertThat(second).isEqualTo(new Submission.AlreadySubmitted(first.run()));
    assertThat(rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 10, null).runs()).hasSize(1);
  }

  @Test
  void a_submit_key_makes_one_run_also_when_sent_at_once() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = "key" + round;
      List<Submission> submissions =
          atOnce(8, () -> rooms.runs.submit(Rooms.request("label", key)));
      Set<Run> runs = submissions.stream().map(Submission::run).collect(Collectors.toSet());
      assertThat(runs).hasSize(1);
      assertThat(submissions).filteredOn(Submission.Submitted.class::isInstance).hasSize(1);
    }
    assertThat(rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 100, null).runs()).hasSize(10);
  }

  @Test
  void measuring_more_queues_a_further_job_of_the_same_cell() {
    Run run = rooms.submit();
    assertThat(rooms.runs.measureMore(run.publicId(), 3, 500))
        .isEqualTo(new MoreMeasured.NotFinal());
    finish(DONE);

    assertThat(rooms.runs.measureMore(run.publicId(), 3, 500))
        .isInstanceOf(MoreMeasured.Queued.class);
    assertThat(state(run)).isEqualTo(RunState.QUEUED);
    assertThat(rooms.runs.measureMore(run.publicId(), 3, 500))
        .isEqualTo(new MoreMeasured.NotFinal());

    ClaimedJob more = claim();
    assertThat(more.addGenerations()).isEqualTo(3);
    assertThat(more.cell()).isZero();
    assertThat(more.plan()).isEqualTo(Rooms.plan());
    rooms.queue.finish(more.lease(), FAILED, InTransaction.NOTHING);
    assertThat(state(run)).isEqualTo(RunState.DONE);
    assertThat(rooms.runs.measureMore("nothing0", 3, 500)).isEqualTo(new MoreMeasured.Unknown());
  }

  @Test
  void measuring_more_is_queued_once_also_when_asked_for_at_once() throws Exception {
    Run run = rooms.submit();
    finish(DONE);
    List<MoreMeasured> answers = atOnce(4, () -> rooms.runs.measureMore(run.publicId(), 3, 500));
    assertThat(answers).filteredOn(MoreMeasured.Queued.class::isInstance).hasSize(1);
    assertThat(rooms.jobs.ofRun(run.id())).hasSize(2);
  }

  @Test
  void only_a_final_run_can_be_deleted() {
    Run run = rooms.submit();
    assertThat(rooms.runs.delete(run.publicId())).isEqualTo(Deletion.NOT_FINAL);
    finish(DONE);
    assertThat(rooms.runs.delete(run.publicId())).isEqualTo(Deletion.DELETED);
    assertThat(rooms.runs.find(run.publicId())).isEmpty();
    assertThat(rooms.runs.delete(run.publicId())).isEqualTo(Deletion.UNKNOWN);
  }

  @Test
  void a_shared_run_opens_by_its_token_until_revoked() {
    Run run = rooms.submit();
    Share share = rooms.shares.create(run.id());
    Share other = rooms.shares.create(run.id());

    assertThat(share.token()).matches("[0-9a-hjkmnp-tv-z]{26}").isNotEqualTo(other.token());
    assertThat(rooms.shares.find(share.token()).map(Share::run)).hasValue(run.id());
    assertThat(rooms.shares.find("0".repeat(26))).isEmpty();

    assertThat(rooms.shares.revoke(share.token())).isTrue();
    assertThat(rooms.shares.revoke(share.token())).isFalse();
    assertThat(rooms.shares.find(share.token()).map(Share::revokedAt))
        .isEqualTo(Optional.of(database.now()));
    assertThat(rooms.shares.of(run.id()))
        .extracting(Share::token)
        .containsExactlyInAnyOrder(share.token(), other.token());
  }

  private ClaimedJob claim() {
    return rooms.queue.claim("owner", "host").orElseThrow();
  }

  private void finish(JobEnd end) {
    rooms.queue.finish(claim().lease(), end, InTransaction.NOTHING);
  }

  private RunState state(Run run) {
    return rooms.runs.find(run.publicId()).orElseThrow().state();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(Collections.nCopies(times, call))) {
        answers.add(answer.get(60, TimeUnit.SECONDS));
      }
      return answers;
    }
  }
}
