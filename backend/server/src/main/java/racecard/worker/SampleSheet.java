package racecard.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.runner.RoundCounters;
import racecard.runner.Rounded;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down the rounds of a generation in the order they are kept.
 *
 * <p>The counters of a sample are an object: {@code busy_ns}, {@code steal_ns}, {@code
 * throttled_ns} and {@code pressure_ns} of the host during the round; {@code foreign_ns}, the
 * round's part of the CPU time that others used during its block, by its share of the block's time;
 * {@code threads_started}, {@code virtual_threads}, {@code processes_started} and {@code
 * classes_loaded} in the round; {@code core_wait_ns}, how long a thread of a contender that
 * executes one task at a time was ready and waited for a core; and {@code block}, an object with
 * the same counters of the whole block, its {@code window_ns}, what {@link SpinWatch} saw before
 * and after it, as {@code spin_before_cpu_ns} and {@code spin_before_wall_ns}, and, with the local
 * origin, {@code origin_cpu_ns}, {@code origin_late_p50_ns} and {@code origin_late_p95_ns}.
 */
final class SampleSheet {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int cell;
  private final int generation;
  private int kept;

  SampleSheet(int cell, int generation) {
    this.cell = cell;
    this.generation = generation;
  }

  /** The rounds before the blocks: the first of a child is its cold one. */
  List<Sample> warmUp(List<Ran> rounds) {
    return rounds.stream()
        .map(ran ->
            sample(ran, ran.round() <= 1 ? SampleKind.COLD : SampleKind.WARM_UP, 0, Map.of()))
        .toList();
  }

  /** The rounds of one block, with what happened around it. */
  List<Sample> block(int block, List<Ran> rounds, Map<String, @Nullable Long> around) {
    return rounds.stream().map(ran -> sample(ran, SampleKind.MEASURED, block, around)).toList();
  }

  private Sample sample(Ran ran, SampleKind kind, int block, Map<String, @Nullable Long> around) {
    return switch (ran.tried()) {
      case Tried.Good good -> sample(ran, kind, block, good.rounded(), null, around);
      case Tried.Bad bad when bad.rounded() != null ->
          sample(ran, kind, block, bad.rounded(), bad.fault().reason(), around);
      case Tried.Bad bad -> unanswered(ran, kind, block, bad, around);
    };
  }

  private Sample sample(
      Ran ran,
      SampleKind kind,
      int block,
      Rounded rounded,
      @Nullable String reason,
      Map<String, @Nullable Long> around) {
    return new Sample(
        cell,
        generation,
        ++kept,
        block,
        ran.position(),
        ran.contender().toString(),
        kind,
        reason == null,
        reason,
        rounded.startedNs(),
        rounded.wallNs() / rounded.repeats(),
        rounded.repeats(),
        checksum(rounded),
        usage(rounded.counters()),
        counters(ran, rounded, around));
  }

  private Sample unanswered(
      Ran ran, SampleKind kind, int block, Tried.Bad bad, Map<String, @Nullable Long> around) {
    return new Sample(
        cell,
        generation,
        ++kept,
        block,
        ran.position(),
        ran.contender().toString(),
        kind,
        false,
        bad.fault().reason(),
        bad.beganNs(),
        null,
        1,
        null,
        Usage.UNKNOWN,
        counters(ran, null, around));
  }

  private static String checksum(Rounded rounded) {
    String said = rounded.checksum();
    return said.substring(0, Math.min(80, said.length()));
  }

  private static Usage usage(RoundCounters counted) {
    return new Usage(
        counted.cpuNs(),
        counted.memoryBytes(),
        counted.threads(),
        counted.processes(),
        counted.gcNs(),
        counted.gcCount(),
        counted.compileNs(),
        counted.voluntarySwitches(),
        counted.involuntarySwitches());
  }

  private static String counters(
      Ran ran, @Nullable Rounded rounded, Map<String, @Nullable Long> around) {
    Map<String, @Nullable Long> all = new LinkedHashMap<>(ran.noise());
    if (rounded != null) {
      all.put("foreign_ns", part(around, rounded.wallNs()));
      RoundCounters counted = rounded.counters();
      all.put("threads_started", counted.threadsStarted());
      all.put("virtual_threads", counted.virtualThreads());
      all.put("processes_started", counted.processesStarted());
      all.put("classes_loaded", counted.classesLoaded());
    }
    ObjectNode node = JSON.valueToTree(all);
    if (!around.isEmpty()) {
      node.set("block", JSON.valueToTree(around));
    }
    return JSON.writeValueAsString(node);
  }

  private static @Nullable Long part(Map<String, @Nullable Long> around, long wallNs) {
    Long foreignNs = around.get("foreign_ns");
    Long windowNs = around.get("window_ns");
    return foreignNs == null || windowNs == null
        ? null
        : Long.valueOf(Math.round((double) foreignNs * wallNs / windowNs));
  }
}
