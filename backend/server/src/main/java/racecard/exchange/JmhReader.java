package racecard.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what JMH wrote with {@code -rf json}. */
final class JmhReader {
  private static final Map<String, Double> UNITS_NS =
      Map.of(
          "ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3_600e9, "day", 86_400e9);
  private static final int FORKS = 1_000;
  private static final int ITERATIONS = 100_000;

  private JmhReader() {}

  static Foreign read(Spot root) {
    List<Foreign.Benchmark> benchmarks = new ArrayList<>();
    String version = "";
    for (Spot one : root.each()) {
      version = one.maybe("jmhVersion").map(spot -> spot.text(100)).orElse(version);
      benchmarks.add(benchmark(one));
    }
    return new Foreign("jmh", version, "", benchmarks);
  }

  private static Foreign.Benchmark benchmark(Spot spot) {
    String mode = spot.in("mode").text(20);
    boolean rate =
        switch (mode) {
          case "avgt", "ss" -> false;
          case "thrpt" -> true;
          default ->
              throw spot.in("mode")
                  .wrong(
                      "is %s; only avgt, ss and thrpt have a time for each iteration"
                          .formatted(mode));
        };
    Spot metric = spot.in("primaryMetric");
    double unitNs = unitNs(metric.in("scoreUnit"), rate);
    List<Foreign.InProcess> forks = new ArrayList<>();
    for (Spot fork : metric.in("rawData").each(FORKS)) {
      List<Double> times =
          fork.each(ITERATIONS).stream().map(value -> ns(value, unitNs, rate)).toList();
      forks.add(new Foreign.InProcess(List.of(), times));
    }
    return new Foreign.Benchmark(name(spot), detail(spot, mode), forks);
  }

  private static String name(Spot spot) {
    String parameters =
        spot.maybe("params").map(Spot::members).orElse(Map.of()).entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue().text(1_000))
            .collect(Collectors.joining(", "));
    String name = spot.in("benchmark").text(500);
    return parameters.isEmpty() ? name : "%s (%s)".formatted(name, parameters);
  }

  private static String detail(Spot spot, String mode) {
    long threads = spot.maybe("threads").map(one -> one.whole(-1, 1_000_000)).orElse(1L);
    return mode + (threads == 1 ? "" : ", %d threads".formatted(threads));
  }

  private static double unitNs(Spot spot, boolean rate) {
    String[] parts = spot.text(40).split("/", 2);
    Double ns = parts.length < 2 ? null : UNITS_NS.get(rate ? parts[1] : parts[0]);
    if (ns == null || !(rate ? parts[0] : parts[1]).equals("op" + (rate ? "s" : ""))) {
      throw spot.wrong(
          rate ? "must be operations in a time, as ops/s" : "must be a time, as ns/op");
    }
    return ns;
  }

  /** A rate is turned into the time between two operations. */
  private static double ns(Spot spot, double unitNs, boolean rate) {
    double value = spot.number();
    return ForeignRun.time(rate ? unitNs / value : value * unitNs, spot);
  }
}
