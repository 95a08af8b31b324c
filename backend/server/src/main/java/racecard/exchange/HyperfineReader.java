package racecard.exchange;

import java.util.ArrayList;
import java.util.List;

/** Reads what hyperfine wrote with {@code --export-json}. */
final class HyperfineReader {
  private static final double NS_PER_S = 1e9;
  private static final int TIMES = 1_000_000;

  private HyperfineReader() {}

  static Foreign read(Spot root) {
    List<Foreign.Benchmark> benchmarks = new ArrayList<>();
    for (Spot one : root.in("results").each()) {
      List<Double> times =
          one.in("times").each(TIMES).stream()
              .map(seconds -> ForeignRun.time(seconds.number() * NS_PER_S, seconds))
              .toList();
      benchmarks.add(
          new Foreign.Benchmark(
              one.in("command").text(10_000),
              "",
              List.of(new Foreign.InProcess(List.of(), times))));
    }
    return new Foreign("hyperfine", "", "", benchmarks);
  }
}
