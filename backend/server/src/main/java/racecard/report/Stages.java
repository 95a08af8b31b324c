package racecard.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import racecard.queue.FailureKind;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.sample.Progress;

/** Finds out where runs stand. */
final class Stages {
  private static final long MS = 1_000;

  private final Reports.Shelves shelves;
  private final Clock clock;

  Stages(Reports.Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  Stage of(Run run, List<Job> jobs) {
    return switch (run.state()) {
      case QUEUED -> waiting(run);
      case RUNNING -> measuring(run, jobs, false);
      case STOPPING -> measuring(run, jobs, true);
      case DONE, CANCELLED -> new Stage.Ended(null);
      case FAILED -> new Stage.Ended(failure(jobs));
    };
  }

  private Stage waiting(Run run) {
    // Claimed between two questions: what is measured will say more at the next look.
    return shelves
        .line()
        .place(run.id(), shelves.lanes().getAsInt())
        .<Stage>map(place -> new Stage.Waiting(place.position(), seconds(place.etaS())))
        .orElseGet(() -> new Stage.Measuring(null, false, false));
  }

  private Stage measuring(Run run, List<Job> jobs, boolean stopping) {
    Optional<Job> job = jobs.stream().filter(one -> one.state() == JobState.RUNNING).findFirst();
    return new Stage.Measuring(
        job.map(Stages::progress).orElse(null),
        job.filter(this::late).isPresent(),
        stopping,
        job.map(one -> part(run, jobs, one)).orElse(null));
  }

  /** Null for a run of one cell, and where one cell is looked at alone. */
  private static Stage.@Nullable Part part(Run run, List<Job> jobs, Job running) {
    List<Job> turn = jobs.stream().filter(job -> job.cell() != running.cell()).toList();
    if (turn.isEmpty()) {
      return null;
    }
    long later = turn.stream().filter(job -> job.state() == JobState.QUEUED).count();
    long laterMs =
        turn.stream()
            .filter(job -> job.state() == JobState.QUEUED)
            .mapToLong(Job::expectedMs)
            .sum();
    int cells = run.levels().count();
    boolean further =
        jobs.stream().anyMatch(job -> job.cell() == running.cell() && isBefore(job, running));
    return new Stage.Part(
        further ? 0 : cells - (int) later,
        cells,
        run.levels().words(run.cells().get(running.cell())),
        laterMs / MS);
  }

  private static boolean isBefore(Job job, Job other) {
    return job.id().number() < other.id().number();
  }

  private static @Nullable Progress progress(Job job) {
    return job.progressJson() == null ? null : Progress.read(job.progressJson());
  }

  private boolean late(Job job) {
    Instant started = job.attemptStartedAt();
    return started != null
        && Duration.between(started, clock.instant()).toMillis() > job.expectedMs();
  }

  /** Why the last of {@code jobs} that failed did. */
  static @Nullable Failure failure(List<Job> jobs) {
    return jobs.reversed().stream()
        .filter(job -> job.state() == JobState.FAILED)
        .findFirst()
        .map(Stages::failure)
        .orElse(null);
  }

  private static Failure failure(Job job) {
    FailureKind kind = job.failureKind() == null ? FailureKind.INTERNAL : job.failureKind();
    String detail = job.failureDetail();
    String message = detail == null || detail.isBlank() ? "" : ": " + detail.strip();
    return new Failure(kind.name(), kind.sentence() + message, kind.remedy());
  }

  private static @Nullable Long seconds(OptionalLong eta) {
    return eta.isPresent() ? eta.getAsLong() : null;
  }
}
