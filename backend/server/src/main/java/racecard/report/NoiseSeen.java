package racecard.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The noise that was counted around blocks, as shares of the time that all cores had. */
final class NoiseSeen {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MOST_BLOCKS = 1_000;

  private final Collection<JsonNode> blocks;
  private final int cores;

  NoiseSeen(List<Sample> samples, int cores) {
    Map<Long, JsonNode> byBlock = new TreeMap<>();
    for (Sample sample : samples) {
      if (sample.kind() == SampleKind.MEASURED) {
        // Every round of a block carries the block's counters.
        byBlock.computeIfAbsent(
            sample.generation() * MOST_BLOCKS + sample.block(),
            block -> JSON.readTree(sample.countersJson()).path("block"));
      }
    }
    this.blocks = byBlock.values();
    this.cores = cores;
  }

  /** Adds what is known. */
  void into(Map<String, String> evidence) {
    put(evidence, "Other programs", "foreign_ns", "of all cores", cores);
    put(evidence, "Taken by the hypervisor", "steal_ns", "of all cores", cores);
    put(evidence, "Held back by a quota", "throttled_ns", "of all cores", cores);
    put(evidence, "Somebody waited for a core", "pressure_ns", "of the time", 1);
    put(evidence, "Local origin", "origin_cpu_ns", "of a core", 1);
  }

  private void put(
      Map<String, String> evidence, String name, String counter, String of, int lanes) {
    share(counter, lanes)
        .ifPresent(share -> evidence.put(name, Figures.percent(Math.max(0, share)) + " " + of));
  }

  private OptionalDouble share(String counter, int lanes) {
    double seen = 0;
    double time = 0;
    for (JsonNode block : blocks) {
      if (block.path(counter).isNumber() && block.path("window_ns").isNumber()) {
        seen += block.path(counter).doubleValue();
        time += block.path("window_ns").doubleValue() * lanes;
      }
    }
    return time > 0 ? OptionalDouble.of(seen / time) : OptionalDouble.empty();
  }
}
