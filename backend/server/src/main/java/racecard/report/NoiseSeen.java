package racecard.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import racecard.sample.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The noise that was counted around rounds, as shares of the time that all cores had. */
final class NoiseSeen {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Counted> counted;
  private final int cores;

  private record Counted(Sample sample, JsonNode counters) {
    double coreNs(int cores) {
      return (double) Objects.requireNonNull(sample.wallNs()) * sample.repeats() * cores;
    }
  }

  NoiseSeen(List<Sample> samples, int cores) {
    this.counted =
        samples.stream()
            .filter(sample -> sample.wallNs() != null)
            .map(sample -> new Counted(sample, JSON.readTree(sample.countersJson())))
            .toList();
    this.cores = cores;
  }

  /** Adds what is known. */
  void into(Map<String, String> evidence) {
    put(evidence, "Other programs", "foreign_ns", "of all cores");
    put(evidence, "Taken by the hypervisor", "steal_ns", "of all cores");
    put(evidence, "Held back by a quota", "throttled_ns", "of all cores");
    put(evidence, "Waiting for a core", "pressure_ns", "of the time of all cores");
  }

  private void put(Map<String, String> evidence, String name, String counter, String of) {
    share(counter)
        .ifPresent(share -> evidence.put(name, Figures.percent(Math.max(0, share)) + " " + of));
  }

  private OptionalDouble share(String counter) {
    List<Counted> known =
        counted.stream().filter(one -> one.counters().path(counter).isNumber()).toList();
    double all = known.stream().mapToDouble(one -> one.coreNs(cores)).sum();
    if (all <= 0) {
      return OptionalDouble.empty();
    }
    double seen =
        known.stream().mapToDouble(one -> one.counters().path(counter).doubleValue()).sum();
    return OptionalDouble.of(seen / all);
  }
}
