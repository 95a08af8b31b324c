package racecard.exchange;

import static racecard.exchange.RunFileReader.maybe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import racecard.catalog.Levels;
import racecard.catalog.PlanJson;
import racecard.queue.Attempt;
import racecard.queue.AttemptEnding;
import racecard.queue.FailureKind;
import racecard.queue.JobId;
import racecard.queue.JobState;
import racecard.queue.PastJob;

/** Reads a file's jobs with their attempts. */
final class JobsReader {
  private static final int JOBS = 2_000;
  private static final int ATTEMPTS = 1_000;
  private static final int MOST = 1_000_000;
  private static final long FENCE = 1_000_000_000_000L;

  private JobsReader() {}

  static List<PastJob> read(Spot spot) {
    List<PastJob> jobs = new ArrayList<>();
    for (Spot one : spot.each(JOBS)) {
      jobs.add(job(one, jobs.size() + 1));
    }
    if (jobs.isEmpty()) {
      throw spot.wrong("must have at least one job");
    }
    return jobs;
  }

  private static PastJob job(Spot spot, int number) {
    JobId id = new JobId(spot.in("job").whole(number, number));
    JobState state = spot.in("state").word(JobState::of);
    if (!state.isFinal()) {
      throw spot.in("state").wrong("must be done, failed or cancelled: only final runs are kept");
    }
    boolean failed = state == JobState.FAILED;
    if (failed != spot.maybe("failure_kind").isPresent()) {
      throw spot.wrong("must have a failure_kind exactly when it failed");
    }
    int maxAttempts = spot.in("max_attempts").count(0, MOST);
    return new PastJob(
        id,
        spot.in("cell").count(0, Levels.MOST_CELLS),
        PlanJson.write(RunFileReader.plan(spot.in("plan"))),
        spot.in("add_generations").count(0, 1_000),
        spot.in("duration_key").text(100),
        spot.in("estimate_ms").whole(0, Long.MAX_VALUE / 2),
        state,
        spot.in("priority").count(Integer.MIN_VALUE, Integer.MAX_VALUE),
        maybe(spot, "wanted_host", 100),
        spot.in("attempt").count(0, maxAttempts),
        maxAttempts,
        spot.in("available_at").instant(),
        maybe(spot, "host", 100),
        spot.in("fence").whole(0, FENCE),
        spot.orNull("cancel_requested_at", Spot::instant),
        spot.in("created_at").instant(),
        spot.orNull("started_at", Spot::instant),
        spot.in("finished_at").instant(),
        spot.orNull("failure_kind", kind -> kind.word(FailureKind::valueOf)),
        maybe(spot, "failure_detail", 4_000),
        spot.orNull("progress", progress -> progress.json(20_000)),
        attempts(spot.in("attempts"), id));
  }

  private static List<Attempt> attempts(Spot spot, JobId job) {
    List<Attempt> attempts = new ArrayList<>();
    Set<Long> fences = new HashSet<>();
    for (Spot one : spot.each(ATTEMPTS)) {
      Attempt attempt = attempt(one, job);
      if (!fences.add(attempt.fence())) {
        throw one.in("fence").wrong("must differ from those of the job's other attempts");
      }
      attempts.add(attempt);
    }
    return attempts;
  }

  private static Attempt attempt(Spot spot, JobId job) {
    AttemptEnding ending = spot.in("ending").word(AttemptEnding::of);
    boolean unlucky = ending == AttemptEnding.FAILED || ending == AttemptEnding.LOST;
    if (unlucky != spot.maybe("failure_kind").isPresent()) {
      throw spot.wrong("must have a failure_kind exactly when it failed or was lost");
    }
    return new Attempt(
        job,
        spot.in("fence").whole(0, FENCE),
        spot.in("number").count(0, MOST),
        spot.in("owner").text(64),
        spot.in("host").text(100),
        spot.in("started_at").instant(),
        spot.in("ended_at").instant(),
        ending,
        spot.orNull("failure_kind", kind -> kind.word(FailureKind::valueOf)),
        maybe(spot, "failure_detail", 4_000));
  }
}
