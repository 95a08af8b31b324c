package racecard.worker;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import racecard.sample.Sample;
import racecard.statistics.HostNoise;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counters kept with the blocks in which every round was valid: when a child dies, its time
 * seems to be others'.
 */
final class CountedNoise {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<List<Sample>> valid;
  private final List<JsonNode> blocks;

  private CountedNoise(List<List<Sample>> valid) {
    this.valid = valid;
    this.blocks =
        valid.stream()
            .map(block -> JSON.readTree(block.getFirst().countersJson()).path("block"))
            .toList();
  }

  static CountedNoise of(CellRecord cell) {
    return new CountedNoise(
        cell.measured().stream()
            .collect(
                Collectors.groupingBy(
                    sample -> sample.generation() * 1_000L + sample.block(),
                    TreeMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .filter(block -> block.stream().allMatch(Sample::valid))
            .toList());
  }

  /** What of it tells about a host of so many cores. */
  HostNoise ofHost(int cores) {
    return new HostNoise(
        share("foreign_ns") / cores,
        share("steal_ns") / cores,
        share("throttled_ns") / cores,
        cores > 1 ? coreWait() : 0,
        Stream.of("spin_before_cpu_ns", "spin_after_cpu_ns")
            .flatMap(spin -> all(spin).boxed())
            .toList());
  }

  /** A counter's share of the time in which it was read; 0 when it never was. */
  double share(String counter) {
    List<JsonNode> known = blocks.stream().filter(block -> block.path(counter).isNumber()).toList();
    double window = known.stream().mapToDouble(block -> block.path("window_ns").asDouble(0)).sum();
    double seen = known.stream().mapToDouble(block -> block.path(counter).asDouble(0)).sum();
    return window > 0 ? seen / window : 0;
  }

  /** What a counter was in each block in which it was read. */
  DoubleStream all(String counter) {
    return blocks.stream()
        .map(block -> block.path(counter))
        .filter(JsonNode::isNumber)
        .mapToDouble(JsonNode::doubleValue);
  }

  /** The share of their rounds in which single tasks waited for a core, where it was counted. */
  private double coreWait() {
    double waited = 0;
    double time = 0;
    for (Sample sample : valid.stream().flatMap(List::stream).toList()) {
      JsonNode ns = JSON.readTree(sample.countersJson()).path("core_wait_ns");
      if (ns.isNumber()) {
        waited += ns.doubleValue();
        time += CellRecord.wallNs(sample) * sample.repeats();
      }
    }
    return time > 0 ? waited / time : 0;
  }
}
