package racecard.exchange;

import java.util.ArrayList;
import java.util.List;

/** Reads what pyperf wrote, in its format 1.0. */
final class PyperfReader {
  private static final double NS_PER_S = 1e9;
  private static final int WORD = 100;
  private static final int SENTENCE = 10_000;
  private static final int RUNS = 10_000;
  private static final int VALUES = 100_000;

  private PyperfReader() {}

  static Foreign read(Spot root) {
    Spot version = root.in("version");
    if (!version.text(20).equals("1.0")) {
      throw version.wrong("is a format that this Racecard does not know; it knows 1.0");
    }
    List<Foreign.Benchmark> benchmarks = new ArrayList<>();
    root.in("benchmarks").each().forEach(one -> benchmarks.add(benchmark(one, root)));
    return new Foreign(
        "pyperf",
        said(root, "perf_version", WORD, ""),
        said(root, "hostname", WORD, ""),
        benchmarks);
  }

  private static String said(Spot spot, String name, int longest, String otherwise) {
    return spot.maybe("metadata")
        .flatMap(metadata -> metadata.maybe(name))
        .map(one -> one.text(longest))
        .orElse(otherwise);
  }

  private static Foreign.Benchmark benchmark(Spot spot, Spot root) {
    String unit = said(spot, "unit", WORD, said(root, "unit", WORD, "second"));
    if (!unit.equals("second")) {
      throw spot.wrong("measures in " + unit + "; only seconds are times");
    }
    List<Foreign.InProcess> processes = new ArrayList<>();
    for (Spot run : spot.in("runs").each(RUNS)) {
      List<Double> times = run.maybe("values").map(PyperfReader::seconds).orElse(List.of());
      if (!times.isEmpty()) { // else it only found how many loops to make
        processes.add(new Foreign.InProcess(warmUps(run), times));
      }
    }
    String name = said(spot, "name", SENTENCE, said(root, "name", SENTENCE, "benchmark"));
    return new Foreign.Benchmark(name, said(spot, "description", SENTENCE, ""), processes);
  }

  private static List<Double> seconds(Spot values) {
    return values.each(VALUES).stream().map(PyperfReader::ns).toList();
  }

  private static List<Double> warmUps(Spot run) {
    List<Double> times = new ArrayList<>();
    for (Spot pair : run.maybe("warmups").map(one -> one.each(VALUES)).orElse(List.of())) {
      List<Spot> loopsAndValue = pair.each(2);
      if (loopsAndValue.size() != 2) {
        throw pair.wrong("must be [loops, seconds]");
      }
      times.add(ns(loopsAndValue.get(1)));
    }
    return times;
  }

  private static double ns(Spot spot) {
    return ForeignRun.time(spot.number() * NS_PER_S, spot);
  }
}
