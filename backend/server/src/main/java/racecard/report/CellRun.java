package racecard.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.run.RunState;

/** One cell of a run as if it were the whole of it: what its jobs alone say. */
final class CellRun {
  private CellRun() {}

  /** The run as {@code jobs} of one cell show it. */
  static Run of(Run run, List<Job> jobs) {
    return new Run(
        run.id(),
        run.publicId(),
        run.experiment(),
        run.workload(),
        run.contenders(),
        run.planJson(),
        run.levels(),
        run.label(),
        run.tags(),
        run.note(),
        run.submittedBy(),
        run.createdAt(),
        state(jobs),
        jobs.stream()
            .map(Job::startedAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null),
        finished(jobs),
        run.imported());
  }

  /** Where one cell stands; done when any of its jobs is. */
  static RunState state(List<Job> jobs) {
    if (jobs.stream().anyMatch(Job::stopping)) {
      return RunState.STOPPING;
    }
    for (JobState state : JobState.values()) {
      if (has(jobs, state)) {
        return state(state, jobs);
      }
    }
    return RunState.CANCELLED;
  }

  private static RunState state(JobState first, List<Job> jobs) {
    return switch (first) {
      case QUEUED -> has(jobs, JobState.RUNNING) ? RunState.RUNNING : RunState.QUEUED;
      case RUNNING -> RunState.RUNNING;
      case DONE -> RunState.DONE;
      case FAILED -> RunState.FAILED;
      case CANCELLED -> RunState.CANCELLED;
    };
  }

  private static boolean has(List<Job> jobs, JobState state) {
    return jobs.stream().anyMatch(job -> job.state() == state);
  }

  private static @Nullable Instant finished(List<Job> jobs) {
    return jobs.stream().anyMatch(job -> job.finishedAt() == null)
        ? null
        : jobs.stream()
            .filter(job -> job.measures(jobs))
            .map(Job::finishedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }
}
