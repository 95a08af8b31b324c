package racecard.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.runner.ChildFailed;
import racecard.runner.LatencyOf;
import racecard.runner.RoundTimeline;
import racecard.runner.TaskTimes;
import racecard.sample.Histogram;
import racecard.sample.Lane;
import racecard.sample.Latency;
import racecard.sample.LatencyMeasure;
import racecard.sample.Timeline;
import racecard.statistics.Spread;

/** Completes a generation: asks its children what they remember of their rounds, and keeps it. */
final class GenerationEnd {
  private static final int MOST_LANES = 100;
  private static final Logger LOG = LoggerFactory.getLogger(GenerationEnd.class);

  private final Bench bench;
  private final int generation;
  private final List<Contestant> contestants;
  private final List<Timeline> timelines = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();

  GenerationEnd(Bench bench, int generation, List<Contestant> contestants) {
    this.bench = bench;
    this.generation = generation;
    this.contestants = contestants;
  }

  /** From now on the generation counts; its timelines take the place of earlier ones. */
  void keep() throws Halted {
    for (Contestant contestant : contestants) {
      bench.hold().check();
      remembered(contestant);
    }
    bench.hold().check();
    bench.ledger().end(generation, latencies);
    for (Timeline timeline : timelines) {
      bench.ledger().keep(timeline);
    }
  }

  /**
   * A child keeps only its newest rounds when they are large, so what it does not remember is left
   * out: the rounds themselves are kept.
   */
  private void remembered(Contestant contestant) throws Halted {
    Optional<Ran> representative = representative(contestant.counted());
    if (representative.isEmpty()) {
      return;
    }
    try {
      latencies.add(latency(contestant, LatencyOf.SERVICE, LatencyMeasure.SERVICE));
      latencies.add(latency(contestant, LatencyOf.SUBMISSION, LatencyMeasure.SINCE_SUBMISSION));
      timelines.add(timeline(contestant, representative.get()));
    } catch (ChildFailed failed) {
      bench.hold().check();
      LOG.warn("{} remembers less than it measured: {}", contestant.name(), failed.getMessage());
    }
  }

  private Latency latency(Contestant contestant, LatencyOf of, LatencyMeasure measure)
      throws ChildFailed {
    List<Integer> rounds = contestant.counted().stream().map(Ran::round).toList();
    return new Latency(
        bench.cell(),
        contestant.name().toString(),
        measure,
        new Histogram(contestant.runner().latency(of, rounds)));
  }

  private Timeline timeline(Contestant contestant, Ran round) throws ChildFailed {
    RoundTimeline told = contestant.runner().timeline(round.round(), MOST_LANES);
    return new Timeline(
        bench.cell(),
        contestant.name().toString(),
        generation,
        1 + contestant.counted().indexOf(round),
        (long) wallNs(round),
        told.total(),
        told.tasks().stream().map(GenerationEnd::lane).toList());
  }

  private static Lane lane(TaskTimes task) {
    return new Lane(
        task.task(), task.submittedNs(), task.startedNs(), task.endedNs(), task.downloadsNs());
  }

  /** The round nearest to the median of the generation. */
  private static Optional<Ran> representative(List<Ran> rounds) {
    double median = Spread.median(rounds.stream().mapToDouble(GenerationEnd::wallNs).toArray());
    return rounds.stream()
        .min(Comparator.comparingDouble(round -> Math.abs(wallNs(round) - median)));
  }

  private static double wallNs(Ran round) {
    return switch (round.tried()) {
      case Tried.Good good -> good.wallNs();
      case Tried.Bad _ -> throw new IllegalArgumentException("only good rounds count");
    };
  }
}
