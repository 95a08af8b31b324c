package racecard.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One contender's times on the logarithmic scale, as measured and with the host's part removed.
 *
 * <p>The host's part in a block is the median of how far the other contenders were from their own
 * medians: what all had in common, the machine did.
 *
 * @param raw as measured, by generation, in the order of the blocks
 * @param own with the host's part removed, in the same places
 */
record OwnTimes(SequencedMap<Integer, double[]> raw, SequencedMap<Integer, double[]> own) {

  /** The times of {@code contender}; empty where it was measured alone, with nobody to compare. */
  static OwnTimes of(List<Blocks.Logs> blocks, String contender) {
    Map<String, Double> centres = centres(blocks);
    Map<Integer, List<Double>> raw = new TreeMap<>();
    Map<Integer, List<Double>> own = new TreeMap<>();
    for (Blocks.Logs block : blocks) {
      Double time = block.byContender().get(contender);
      OptionalDouble host = host(block, contender, centres);
      if (time != null && host.isPresent()) {
        raw.computeIfAbsent(block.generation(), g -> new ArrayList<>()).add(time);
        own.computeIfAbsent(block.generation(), g -> new ArrayList<>())
            .add(time - host.getAsDouble());
      }
    }
    return new OwnTimes(arrays(raw), arrays(own));
  }

  private static Map<String, Double> centres(List<Blocks.Logs> blocks) {
    Map<String, List<Double>> times = new TreeMap<>();
    for (Blocks.Logs block : blocks) {
      block
          .byContender()
          .forEach((name, time) -> times.computeIfAbsent(name, n -> new ArrayList<>()).add(time));
    }
    Map<String, Double> centres = new TreeMap<>();
    times.forEach((name, all) -> centres.put(name, Spread.median(array(all))));
    return centres;
  }

  private static OptionalDouble host(
      Blocks.Logs block, String contender, Map<String, Double> centres) {
    double[] away =
        block.byContender().entrySet().stream()
            .filter(other -> !other.getKey().equals(contender))
            .mapToDouble(other -> other.getValue() - centres.getOrDefault(other.getKey(), 0.0))
            .toArray();
    return away.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Spread.median(away));
  }

  private static SequencedMap<Integer, double[]> arrays(Map<Integer, List<Double>> lists) {
    SequencedMap<Integer, double[]> arrays = new LinkedHashMap<>();
    lists.forEach((generation, list) -> arrays.put(generation, array(list)));
    return arrays;
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All of them, in the order they were measured. */
  static double[] all(SequencedMap<Integer, double[]> times) {
    return times.values().stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
