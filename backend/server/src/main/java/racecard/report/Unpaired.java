package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import racecard.statistics.Comparison;
import racecard.statistics.Placing;
import racecard.statistics.Spread;

/**
 * What can be said of contenders that another tool measured one after the other: medians and
 * spread.
 *
 * <p>Which is faster is not decided: rounds that were not in turns cannot tell a contender from the
 * hour in which it was measured.
 */
record Unpaired(Comparison comparison, Names names) {

  Answer answer() {
    List<Placing> placed =
        comparison.placings().stream()
            .filter(one -> one.medianNs() != null)
            .sorted(Comparator.comparingDouble(Unpaired::median))
            .toList();
    if (placed.isEmpty()) {
      return Answer.of("No verdict: no contender has a time.", "No verdict");
    }
    Placing first = placed.getFirst();
    String time = Figures.time(median(first));
    if (placed.size() == 1) {
      return Answer.of(
          "%s took %s, by its median; nothing was measured to compare with."
              .formatted(names.label(first.name()), time),
          names.label(first.name()) + " " + time);
    }
    return Answer.of(
        "No verdict, since they were not measured in turns: by its median %s was shortest with %s, and %s took %s times as long."
            .formatted(names.label(first.name()), time, next(placed), ratio(placed.get(1), first)),
        "No verdict: not measured in turns");
  }

  private String next(List<Placing> placed) {
    String second = names.label(placed.get(1).name());
    return placed.size() == 2 ? second : second + ", the next of %d,".formatted(placed.size() - 1);
  }

  private static String ratio(Placing one, Placing other) {
    return Figures.ratio(median(one) / median(other));
  }

  private static double median(Placing placing) {
    return Objects.requireNonNull(placing.medianNs());
  }

  /** How far each contender's own times lie apart. */
  static List<String> spreads(Grounds grounds) {
    return grounds.results().stream()
        .sorted(Comparator.comparingDouble(Grounds::median))
        .map(one -> spread(grounds.names().label(one.name()), one))
        .toList();
  }

  private static String spread(String label, ContenderResult one) {
    double[] times = one.marks().stream().mapToDouble(Mark::wallNs).toArray();
    return "%s: the median of %s is *%s*, half of them lie from %s to %s."
        .formatted(
            label,
            times.length == 1 ? "1 time" : Figures.count(times.length) + " times",
            Figures.time(Grounds.median(one)),
            Figures.time(Spread.quantile(times, 0.25)),
            Figures.time(Spread.quantile(times, 0.75)));
  }
}
