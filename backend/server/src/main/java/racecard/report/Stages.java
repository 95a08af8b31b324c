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
  private final Reports.Shelves shelves;
  private final Clock clock;

  Stages(Reports.Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  Stage of(Run run, List<Job> jobs) {
    return switch (run.state()) {
      case QUEUED -> waiting(run);
      case RUNNING -> measuring(jobs, false);
      case STOPPING -> measuring(jobs, true);
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

  private Stage measuring(List<Job> jobs, boolean stopping) {
    Optional<Job> job = jobs.stream().filter(one -> one.state() == JobState.RUNNING).findFirst();
    return new Stage.Measuring(
        job.map(Stages::progress).orElse(null), job.filter(this::late).isPresent(), stopping);
  }

  private static @Nullable Progress progress(Job job) {
    return job.progressJson() == null ? null : Progress.read(job.progressJson());
  }

  private boolean late(Job job) {
    Instant started = job.attemptStartedAt();
    return started != null
        && Duration.between(started, clock.instant()).toMillis() > job.expectedMs();
  }

  private static @Nullable Failure failure(List<Job> jobs) {
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
