package racecard.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import racecard.queue.Attempt;
import racecard.queue.JobId;
import racecard.queue.PastJob;
import racecard.queue.PastJobs;
import racecard.run.Run;
import racecard.sample.Generation;
import racecard.sample.Measured;
import racecard.sample.MeasuredStore;
import racecard.sample.Profile;

/** Gathers final runs as files. */
public final class Exports {
  private final PastJobs jobs;
  private final MeasuredStore measured;
  private final String version;
  private final Turn turn;

  /** Reads what is stored; {@code version} is this Racecard's. */
  public Exports(PastJobs jobs, MeasuredStore measured, String version, Turn turn) {
    this.jobs = jobs;
    this.measured = measured;
    this.version = version;
    this.turn = turn;
  }

  /** The bytes that {@code write} makes; empty when other files were at it all the while. */
  public Optional<byte[]> inTurn(Supplier<byte[]> write) {
    return turn.take(write);
  }

  /** The run as a file, with its address {@code url}; empty while a job of it waits or runs. */
  public Optional<RunFile> of(Run run, String url) {
    List<PastJob> all = jobs.of(run.id());
    if (!areFinal(all)) {
      return Optional.empty();
    }
    Measured found = measured.of(run.id());
    // Read again: what was found is all there is only if nobody measured meanwhile.
    if (!jobs.of(run.id()).equals(all)) {
      return Optional.empty();
    }
    Map<JobId, JobId> called = new HashMap<>();
    all.forEach(job -> called.put(job.id(), new JobId(called.size() + 1L)));
    return Optional.of(
        new RunFile(
            version,
            run.publicId(),
            url,
            run.imported(),
            run.label(),
            run.tags(),
            run.note(),
            run.submittedBy(),
            run.createdAt(),
            run.plan(),
            run.levels(),
            all.stream().map(job -> called(job, called)).toList(),
            called(found, called)));
  }

  private static boolean areFinal(List<PastJob> jobs) {
    return !jobs.isEmpty() && jobs.stream().allMatch(job -> job.state().isFinal());
  }

  private static JobId here(Map<JobId, JobId> called, JobId job) {
    return Objects.requireNonNull(called.get(job), "every generation has a job of its run");
  }

  private static PastJob called(PastJob job, Map<JobId, JobId> called) {
    JobId id = here(called, job.id());
    return job.as(id, job.attempts().stream().map(one -> called(one, id)).toList());
  }

  private static Attempt called(Attempt attempt, JobId id) {
    return new Attempt(
        id,
        attempt.fence(),
        attempt.number(),
        attempt.owner(),
        attempt.host(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.ending(),
        attempt.failureKind(),
        attempt.failureDetail());
  }

  private static Measured called(Measured found, Map<JobId, JobId> called) {
    return new Measured(
        found.generations().stream().map(one -> called(one, called)).toList(),
        found.samples(),
        found.latencies(),
        found.statuses(),
        found.timelines(),
        found.outcomes().stream()
            .map(one ->
                new Measured.CellOutcome(one.outcome(), here(called, one.job()), one.storedAt()))
            .toList(),
        found.profiles().stream().map(one -> called(one, called)).toList());
  }

  private static Profile called(Profile one, Map<JobId, JobId> called) {
    return new Profile(
        one.cell(), one.contender(), here(called, one.job()), one.takenAt(), one.findings());
  }

  private static Generation called(Generation one, Map<JobId, JobId> called) {
    return new Generation(
        one.cell(),
        one.number(),
        here(called, one.job()),
        one.fence(),
        one.factsJson(),
        one.startedAt(),
        one.finishedAt());
  }
}
