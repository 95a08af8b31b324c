package racecard.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The noise that was counted around one block, and in its rounds. */
public final class CountedBlock {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MOST_BLOCKS = 1_000;

  private final JsonNode counters;
  private double waitedNs;
  private double waitingNs;

  private CountedBlock(List<Sample> rounds) {
    List<JsonNode> all = rounds.stream().map(round -> JSON.readTree(round.countersJson())).toList();
    counters = all.getFirst().path("block"); // every round of a block carries the block's
    for (int i = 0; i < all.size(); i++) {
      add(all.get(i).path("core_wait_ns"), rounds.get(i));
    }
  }

  private void add(JsonNode waited, Sample round) {
    Long wallNs = round.wallNs();
    if (waited.isNumber() && wallNs != null) {
      waitedNs += waited.doubleValue();
      waitingNs += (double) wallNs * round.repeats();
    }
  }

  /**
   * The blocks of measured rounds in their order, of one cell; those with an invalid round are left
   * out: when a child dies, its time seems to be others'.
   */
  public static List<CountedBlock> of(List<Sample> samples) {
    Map<Long, List<Sample>> blocks =
        samples.stream()
            .filter(sample -> sample.kind() == SampleKind.MEASURED)
            .collect(
                Collectors.groupingBy(
                    sample -> sample.generation() * MOST_BLOCKS + sample.block(),
                    TreeMap::new,
                    Collectors.toList()));
    List<CountedBlock> counted = new ArrayList<>();
    for (List<Sample> block : blocks.values()) {
      if (block.stream().allMatch(Sample::valid)) {
        counted.add(new CountedBlock(block));
      }
    }
    return counted;
  }

  /** What {@code counter} rose by; empty where the host does not count it. */
  public OptionalDouble counted(String counter) {
    JsonNode number = counters.path(counter);
    return number.isNumber() ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
  }

  /** The time in which the counters were read; 0 where they were not. */
  public double windowNs() {
    return counters.path("window_ns").asDouble(0);
  }

  /** How long single tasks waited for a core, in {@link #waitingNs}. */
  public double waitedNs() {
    return waitedNs;
  }

  /** How long the rounds took in which that was counted; 0 without one. */
  public double waitingNs() {
    return waitingNs;
  }

  /** The CPU time of the same fixed work, before and after. */
  public DoubleStream spinsNs() {
    return Stream.of("spin_before_cpu_ns", "spin_after_cpu_ns")
        .map(this::counted)
        .flatMapToDouble(OptionalDouble::stream);
  }
}
