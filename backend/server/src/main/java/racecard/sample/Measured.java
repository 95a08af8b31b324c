package racecard.sample;

import java.time.Instant;
import java.util.List;
import racecard.queue.JobId;

/**
 * All that was measured for one run.
 *
 * @param generations by cell and number, interrupted ones included
 * @param samples every round, by cell and generation, in the order of keeping
 * @param latencies every generation's, apart from each other
 * @param profiles the latest of each contender, by cell and contender
 */
public record Measured(
    List<Generation> generations,
    List<Sample> samples,
    List<OfGeneration> latencies,
    List<ContenderStatus> statuses,
    List<Timeline> timelines,
    List<CellOutcome> outcomes,
    List<Profile> profiles) {

  /** Copies the lists. */
  public Measured {
    generations = List.copyOf(generations);
    samples = List.copyOf(samples);
    latencies = List.copyOf(latencies);
    statuses = List.copyOf(statuses);
    timelines = List.copyOf(timelines);
    outcomes = List.copyOf(outcomes);
    profiles = List.copyOf(profiles);
  }

  /** How long tasks took in one generation. */
  public record OfGeneration(int generation, Latency latency) {}

  /**
   * What a cell came to, and when.
   *
   * @param job the one that ended with it, or was running when it was kept
   */
  public record CellOutcome(Outcome outcome, JobId job, Instant storedAt) {}
}
