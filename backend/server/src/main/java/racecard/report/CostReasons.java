package racecard.report;

import static racecard.report.Grounds.known;
import static racecard.report.Grounds.median;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** What contenders cost beside time: CPU, memory, threads, switches, and their first round. */
final class CostReasons {
  private static final double REMARKABLE = 2;
  private static final double ENORMOUS = 10;
  private static final double MUCH_CPU_NS = 50e6;
  private static final double MANY_THREADS = 100;
  private static final double MANY_SWITCHES = 1_000;
  private static final double LONG_SETUP_NS = 100e6;

  private final Grounds grounds;

  CostReasons(Grounds grounds) {
    this.grounds = grounds;
  }

  void into(List<String> sentences) {
    cpu().ifPresent(sentences::add);
    memory().ifPresent(sentences::add);
    threads().ifPresent(sentences::add);
    switches().ifPresent(sentences::add);
    setup().ifPresent(sentences::add);
    cold().ifPresent(sentences::add);
  }

  private Optional<String> cpu() {
    return grounds
        .extremes(CostReasons::cpuNs, MUCH_CPU_NS, REMARKABLE)
        .map(pair ->
            compared(pair, "%s spent *%s* of CPU time, %s %s.", CostReasons::cpuNs, Figures::time));
  }

  private Optional<String> memory() {
    return grounds
        .extremes(CostReasons::bytes, 0, REMARKABLE)
        .map(pair ->
            "%s peaked at *%s* of memory%s, %s at %s."
                .formatted(
                    grounds.names().subject(pair.most().name()),
                    Figures.megabytes(bytes(pair.most())),
                    among(pair.most()),
                    grounds.names().label(pair.least().name()),
                    Figures.megabytes(bytes(pair.least()))));
  }

  private static String among(ContenderResult one) {
    long processes = Math.round(known(one.medians().processes()));
    return processes > 1 ? " in %s processes".formatted(Figures.count(processes)) : "";
  }

  private Optional<String> threads() {
    return grounds
        .extremes(CostReasons::threadCount, MANY_THREADS, ENORMOUS)
        .map(pair ->
            compared(
                pair,
                "%s had *%s* threads at once, %s %s.",
                CostReasons::threadCount,
                this::count));
  }

  private Optional<String> switches() {
    return grounds
        .extremes(CostReasons::switchCount, MANY_SWITCHES, ENORMOUS)
        .map(pair ->
            compared(
                pair,
                "%s switched contexts *%s* times a round, %s %s times.",
                CostReasons::switchCount,
                this::count));
  }

  private String compared(
      Grounds.Pair pair,
      String sentence,
      ToDoubleFunction<ContenderResult> figure,
      DoubleFunction<String> words) {
    return sentence.formatted(
        grounds.names().subject(pair.most().name()),
        words.apply(figure.applyAsDouble(pair.most())),
        grounds.names().label(pair.least().name()),
        words.apply(figure.applyAsDouble(pair.least())));
  }

  private String count(double number) {
    return Figures.count(Math.round(number));
  }

  private Optional<String> setup() {
    return grounds.results().stream()
        .filter(one -> known(one.setupNs()) > LONG_SETUP_NS)
        .max(Comparator.comparingDouble(one -> known(one.setupNs())))
        .map(one ->
            "Setting up %s took *%s*, outside the clock: who does it for each batch pays that too."
                .formatted(grounds.names().label(one.name()), Figures.time(known(one.setupNs()))));
  }

  private Optional<String> cold() {
    return grounds.results().stream()
        .max(Comparator.comparingDouble(CostReasons::coldRatio))
        .filter(one -> coldRatio(one) > REMARKABLE)
        .map(one ->
            "In a fresh child, the first round of %s took *%s*, %s times its median: short programs pay that."
                .formatted(
                    grounds.names().label(one.name()),
                    Figures.time(known(one.coldNs())),
                    Figures.digits(coldRatio(one))));
  }

  private static double coldRatio(ContenderResult one) {
    return known(one.coldNs()) / median(one);
  }

  private static double cpuNs(ContenderResult one) {
    return known(one.medians().cpuNs());
  }

  private static double bytes(ContenderResult one) {
    return known(one.medians().memoryBytes());
  }

  private static double threadCount(ContenderResult one) {
    return known(one.medians().threads());
  }

  private static double switchCount(ContenderResult one) {
    return known(one.medians().switches());
  }
}
