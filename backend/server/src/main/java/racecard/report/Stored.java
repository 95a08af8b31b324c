package racecard.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.queue.Attempt;
import racecard.queue.Job;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Latency;
import racecard.sample.Profile;
import racecard.sample.Sample;
import racecard.sample.Timeline;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;

/**
 * What the tables hold of one run.
 *
 * @param attempts of the jobs that measured
 * @param samples in the order they were measured
 * @param assessment the latest; null before the first
 */
record Stored(
    Run run,
    Plan plan,
    Names names,
    List<Job> jobs,
    List<Attempt> attempts,
    List<Generation> generations,
    List<Sample> samples,
    List<ContenderStatus> statuses,
    @Nullable Assessment assessment,
    List<Timeline> timelines,
    List<Latency> latencies,
    List<Profile> profiles) {

  Optional<Entrant> entrant(String contender) {
    return assessment == null
        ? Optional.empty()
        : assessment.entrants().stream().filter(e -> e.name().equals(contender)).findFirst();
  }

  /** Whether what the assessment says may still change by itself. */
  boolean provisional() {
    return assessment != null && assessment.stop() == null && !run.state().isFinal();
  }
}
