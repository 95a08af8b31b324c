package racecard.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.statistics.Flag;
import racecard.statistics.HostFlags;
import racecard.statistics.Spread;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The flags about the machine and the origin, from the counters kept with the cell's blocks. */
final class Conditions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double ORIGIN_CORE = 0.5;
  private static final double ORIGIN_LATE = 0.05;
  private static final double SHORT_NS = 50e6; // half of what a round is aimed at

  private Conditions() {}

  /** What the cell's valid blocks and the facts of its generations say. */
  static List<Flag> of(CellRecord cell, Plan plan, Field field, int cores) {
    CountedNoise noise = CountedNoise.of(cell);
    ContenderName baseline = field.baselineOf(field.racing().getFirst());
    double[] times = cell.valid(baseline).stream().mapToDouble(CellRecord::wallNs).toArray();
    List<Flag> flags = new ArrayList<>(HostFlags.of(noise.ofHost(cores), times));
    clock(cell).ifPresent(flags::add);
    shortRounds(cell, field).ifPresent(flags::add);
    if (Assignment.usesOrigin(plan)) {
      origin(noise, plan).ifPresent(flags::add);
    }
    return flags;
  }

  private static Optional<Flag> clock(CellRecord cell) {
    return cell.complete().stream()
        .map(generation -> JSON.readTree(generation.factsJson()).path("clock"))
        .filter(JsonNode::isObject)
        .flatMap(clock ->
            HostFlags.clock(clock.path("source").asString(""), clock.path("grain_ns").asLong(0))
                .stream())
        .findFirst();
  }

  private static Optional<Flag> shortRounds(CellRecord cell, Field field) {
    Map<ContenderName, Double> medians = new LinkedHashMap<>();
    field.racing().forEach(one -> medians.put(one, cell.medianRoundNs(one)));
    medians.values().removeIf(ns -> ns == 0 || ns >= SHORT_NS);
    if (medians.isEmpty()) {
      return Optional.empty();
    }
    String names =
        medians.keySet().stream().map(ContenderName::toString).collect(Collectors.joining(", "));
    double shortest = Collections.min(medians.values());
    return Optional.of(
        new Flag(
            "SHORT_ROUND",
            "Rounds of %s took only %.1f ms, though 100 ms were aimed at: too short to be timed well. Ask for more tasks, or more work in each."
                .formatted(names, shortest / 1e6),
            false,
            Map.of("shortest_round_ms", shortest / 1e6)));
  }

  private static Optional<Flag> origin(CountedNoise noise, Plan plan) {
    double core = noise.share("origin_cpu_ns");
    double delayNs = plan.parameters().number("delay_ms") * 1e6;
    double[] lateNs = noise.all("origin_late_p95_ns").toArray();
    double late = delayNs > 0 && lateNs.length > 0 ? Spread.median(lateNs) / delayNs : 0;
    if (core <= ORIGIN_CORE && late <= ORIGIN_LATE) {
      return Optional.empty();
    }
    return Optional.of(
        new Flag(
            "ORIGIN_BOUND",
            "The local origin was a limit itself: it used %.0f %% of a core, and one answer in twenty came %.1f %% of the delay late or more. Ask for fewer in flight, smaller bodies or a longer delay."
                .formatted(core * 100, late * 100),
            false,
            Map.of("origin_core", core, "origin_late", late)));
  }
}
