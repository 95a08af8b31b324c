package racecard.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import racecard.sample.Sample;
import racecard.statistics.Slowdown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The noise that was counted around blocks of which every round counts. */
final class NoiseSeen {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MOST_BLOCKS = 1_000;

  private final List<Block> blocks = new ArrayList<>();
  private final int cores;

  /** One block: its counters, and how long single tasks waited for a core of how long. */
  private static final class Block {
    final JsonNode counters;
    double waitedNs;
    double roundsNs;

    Block(JsonNode counters) {
      this.counters = counters;
    }

    void add(JsonNode waited, Sample round) {
      if (waited.isNumber() && round.wallNs() != null) {
        waitedNs += waited.doubleValue();
        roundsNs += (double) round.wallNs() * round.repeats();
      }
    }
  }

  NoiseSeen(List<Sample> samples, int cores) {
    Marks marks = new Marks(samples);
    Map<Long, Block> byBlock = new TreeMap<>();
    for (Sample sample : samples.stream().filter(marks::counts).toList()) {
      JsonNode counters = JSON.readTree(sample.countersJson());
      // Every round of a block carries the block's counters.
      byBlock
          .computeIfAbsent(
              sample.generation() * MOST_BLOCKS + sample.block(),
              block -> new Block(counters.path("block")))
          .add(counters.path("core_wait_ns"), sample);
    }
    this.blocks.addAll(byBlock.values());
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
            (counter == null ? waited(block) : counted(block.counters, counter, lanes)).stream());
  }

  /** How much was seen of how much there was. */
  private record Part(double seen, double all) {
    double share() {
      return Math.max(0, seen / all);
    }
  }

  private static Optional<Part> waited(Block block) {
    return part(block.waitedNs, block.roundsNs);
  }

  private static Optional<Part> counted(JsonNode block, String counter, double lanes) {
    return block.path(counter).isNumber()
        ? part(block.path(counter).doubleValue(), block.path("window_ns").asDouble(0) * lanes)
        : Optional.empty();
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
    List<Double> spins =
        blocks.stream()
            .flatMap(block ->
                Stream.of("spin_before_cpu_ns", "spin_after_cpu_ns").map(block.counters::path))
            .filter(JsonNode::isNumber)
            .map(JsonNode::doubleValue)
            .toList();
    return spins.size() < Slowdown.FEWEST
        ? Optional.empty()
        : Optional.of(new NoiseEvidence.Seen(Slowdown.share(spins), null));
  }
}
