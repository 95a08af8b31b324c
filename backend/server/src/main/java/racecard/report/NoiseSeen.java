package racecard.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import racecard.sample.CountedBlock;
import racecard.sample.Sample;
import racecard.statistics.Slowdown;

/** The noise that was counted around blocks of which every round counts. */
final class NoiseSeen {
  private final List<CountedBlock> blocks;
  private final int cores;

  NoiseSeen(List<Sample> samples, int cores) {
    this.blocks = CountedBlock.of(samples);
    this.cores = cores;
  }

  int blocks() {
    return blocks.size();
  }

  /** What is known. */
  SequencedMap<Disturbance, NoiseEvidence.Seen> seen() {
    SequencedMap<Disturbance, NoiseEvidence.Seen> seen = new LinkedHashMap<>();
    for (Disturbance what : Disturbance.values()) {
      seen(what).ifPresent(share -> seen.put(what, share));
    }
    return seen;
  }

  /** The share of all cores that other programs used in each block in which it is known. */
  List<Double> foreignByBlock() {
    return parts(Disturbance.FOREIGN_CPU).map(Part::share).toList();
  }

  private Optional<NoiseEvidence.Seen> seen(Disturbance what) {
    return what == Disturbance.SLOWDOWN ? slowdown() : share(parts(what).toList());
  }

  private Stream<Part> parts(Disturbance what) {
    String counter = what.counter();
    double lanes = what.ofAllCores() ? cores : 1;
    return blocks.stream()
        .flatMap(block ->
            (counter == null
                    ? part(block.waitedNs(), block.waitingNs())
                    : counted(block, counter, lanes))
                .stream());
  }

  /** How much was seen of how much there was. */
  private record Part(double seen, double all) {
    double share() {
      return Math.max(0, seen / all);
    }
  }

  private static Optional<Part> counted(CountedBlock block, String counter, double lanes) {
    return block.counted(counter).stream()
        .boxed()
        .flatMap(seen -> part(seen, block.windowNs() * lanes).stream())
        .findFirst();
  }

  private static Optional<Part> part(double seen, double all) {
    return all > 0 ? Optional.of(new Part(seen, all)) : Optional.empty();
  }

  private static Optional<NoiseEvidence.Seen> share(List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double seen = parts.stream().mapToDouble(Part::seen).sum();
    double all = parts.stream().mapToDouble(Part::all).sum();
    double worst = parts.stream().mapToDouble(Part::share).max().orElse(0);
    return Optional.of(new NoiseEvidence.Seen(Math.max(0, seen / all), worst));
  }

  private Optional<NoiseEvidence.Seen> slowdown() {
    List<Double> spinsNs = blocks.stream().flatMapToDouble(CountedBlock::spinsNs).boxed().toList();
    return spinsNs.size() < Slowdown.FEWEST
        ? Optional.empty()
        : Optional.of(new NoiseEvidence.Seen(Slowdown.share(spinsNs), null));
  }
}
