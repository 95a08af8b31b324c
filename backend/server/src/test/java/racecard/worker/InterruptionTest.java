package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.host.Orphans;
import racecard.host.ProcessId;
import racecard.queue.Attempt;
import racecard.queue.AttemptEnding;
import racecard.queue.FailureKind;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.Status;

/** What becomes of a job, its rounds and its children when it cannot go on as it began. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class InterruptionTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  private final AtWork work = AtWork.on(DATABASE);

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void a_job_that_was_lost_after_its_first_generation_goes_on_at_the_next() {
    try (work) {
      Run run = work.submit(quick());
      work.untilGenerations(run, 1);
      List<ProcessId> children = children(2);

      work.rooms.rescue.rescueHost(AtWork.host(), "somebody else");
      work.until("the children to end", () -> children.stream().noneMatch(ProcessId::isAlive));

      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
      assertThat(endings(run)).containsExactly(AttemptEnding.LOST, AttemptEnding.DONE);
      List<Generation> complete =
          work.generations(run).stream().filter(Generation::complete).toList();
      assertThat(complete).hasSize(3);
      assertThat(complete.getFirst().fence()).isEqualTo(1);
      assertThat(complete.getLast().fence()).isEqualTo(2);
      assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
      assertThat(work.assessment(run).comparison().generations()).isEqualTo(3);
    }
  }

  @Test
  void a_worker_that_stops_hands_its_job_back_and_the_next_one_goes_on() {
    Run run = work.submit(quick());
    work.untilGenerations(run, 1);
    List<ProcessId> children = children(1);

    work.close();

    assertThat(children).noneMatch(ProcessId::isAlive);
    assertThat(work.job(run))
        .extracting(Job::state, Job::attempt)
        .containsExactly(JobState.QUEUED, 0);
    assertThat(work.rooms.children.left(AtWork.host(), "anybody")).isEmpty();
    try (AtWork next = work.next()) {
      assertThat(next.end(run).state()).isEqualTo(JobState.DONE);
      assertThat(endings(run)).containsExactly(AttemptEnding.HANDED_BACK, AttemptEnding.DONE);
      assertThat(next.assessment(run).comparison().generations()).isEqualTo(3);
      assertThat(next.generations(run).getFirst().fence()).isEqualTo(1);
      assertThat(next.generations(run).getFirst().complete()).isTrue();
    }
  }

  @Test
  void cancelling_ends_the_children_in_the_middle_of_a_round() {
    try (work) {
      Run run =
          work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 9_000L), 2, "jvm/sequential"));
      List<ProcessId> children = children(1);

      long asked = System.nanoTime();
      work.rooms.queue.cancel(run.id());

      assertThat(work.end(run).state()).isEqualTo(JobState.CANCELLED);
      assertThat(children).noneMatch(ProcessId::isAlive);
      // A round of 18 s was under way.
      assertThat(System.nanoTime() - asked).isLessThan(9_000_000_000L);
      assertThat(work.rooms.samples.of(run.id())).isEmpty();
    }
  }

  @Test
  void a_worker_that_stops_while_children_start_leaves_none_and_hands_the_job_back() {
    Run run = work.submit(downloads());
    work.until("the claim", () -> work.job(run).state() == JobState.RUNNING);

    long asked = System.nanoTime();
    work.close();

    assertThat(System.nanoTime() - asked).isLessThan(9_000_000_000L);
    assertThat(work.job(run))
        .extracting(Job::state, Job::attempt)
        .containsExactly(JobState.QUEUED, 0);
    assertThat(work.rooms.children.left(AtWork.host(), "anybody")).isEmpty();
    assertThat(ours()).isEmpty();
  }

  @Test
  void an_origin_that_dies_is_not_the_contenders_fault() {
    try (work) {
      Run run = work.submit(downloads());
      work.until("the origin", () -> !noted().isEmpty());
      List<ProcessId> origin = List.of(noted().getFirst());
      work.untilGenerations(run, 1);

      Orphans.end(origin);

      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
      assertThat(endings(run)).containsExactly(AttemptEnding.FAILED, AttemptEnding.DONE);
      assertThat(work.rooms.jobs.attempts(run.id()).getFirst().failureKind())
          .isEqualTo(FailureKind.ORIGIN_FAILED);
      assertThat(work.rooms.outcomes.statuses(run.id()))
          .extracting(ContenderStatus::status)
          .containsExactly(Status.MEASURED, Status.MEASURED);
      assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
    }
  }

  private static Plan downloads() {
    return AtWork.plan(
        Workload.FETCH,
        Map.of("delay_ms", 5L, "urls_per_task", 2L),
        4,
        "jvm/sequential",
        "jvm/virtual-threads");
  }

  /** What this process started for jobs and that still runs. */
  private static List<ProcessId> ours() {
    String owner = "@" + ProcessHandle.current().pid() + "@";
    return ProcessId.marked("RACECARD_JOB").stream()
        .filter(marked -> marked.text().contains(owner))
        .map(ProcessId.Marked::process)
        .filter(ProcessId::isAlive)
        .toList();
  }

  private static Plan quick() {
    return AtWork.plan(
        Workload.SLEEP, Map.of("sleep_ms", 4L), 4, "jvm/sequential", "jvm/virtual-threads");
  }

  private List<AttemptEnding> endings(Run run) {
    return work.rooms.jobs.attempts(run.id()).stream().map(Attempt::ending).toList();
  }

  /** The children of now, once there are as many. */
  private List<ProcessId> children(int atLeast) {
    work.until(atLeast + " children", () -> noted().size() >= atLeast);
    return noted();
  }

  private List<ProcessId> noted() {
    return work.rooms.children.left(AtWork.host(), "anybody").stream()
        .map(child -> new ProcessId(child.pid(), child.started()))
        .toList();
  }
}
