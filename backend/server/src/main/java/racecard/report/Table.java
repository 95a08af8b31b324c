package racecard.report;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/**
 * All numbers of a run, a row for each contender, best first.
 *
 * @param columns headings with their unit, without the contender's
 */
public record Table(List<String> columns, List<Row> rows) {
  private static final double BYTES_PER_MB = 1e6;

  /**
   * One contender.
   *
   * @param cells as many as there are columns
   * @param reason why it has no numbers; empty when it has
   */
  public record Row(ContenderResult contender, List<String> cells, String reason) {}

  /** The table of {@code report}. */
  public static Table of(RunReport report) {
    List<ContenderResult> placed = report.placed();
    List<Row> rows =
        Stream.concat(
                placed.stream(), report.contenders().stream().filter(one -> !placed.contains(one)))
            .map(Table::row)
            .toList();
    return new Table(columns(report), rows);
  }

  private static List<String> columns(RunReport report) {
    return List.of(
        "median s",
        "× " + report.baselineLabel(),
        "95 %",
        "of the limit",
        "cores used",
        "CPU s",
        "peak MB",
        "threads",
        "processes",
        "cold s",
        "rounds");
  }

  private static Row row(ContenderResult one) {
    Medians medians = one.medians();
    List<String> cells =
        List.of(
            cell(one.medianNs(), Figures::seconds),
            speedUp(one.placing()),
            interval(one.placing()),
            cell(one.efficiency(), Figures::digits),
            cell(medians.coresUsed(), Figures::digits),
            cell(medians.cpuNs(), Figures::seconds),
            cell(medians.memoryBytes(), bytes -> Figures.digits(bytes / BYTES_PER_MB)),
            cell(medians.threads(), number -> Figures.count(Math.round(number))),
            cell(medians.processes(), number -> Figures.count(Math.round(number))),
            cell(one.coldNs(), Figures::seconds),
            rounds(one));
    return new Row(one, cells, one.reason() == null ? "" : one.reason());
  }

  private static String speedUp(@Nullable Placing placing) {
    if (placing == null) {
      return Figures.NONE;
    }
    Effect effect = placing.effect();
    if (effect == null) {
      return placing.verdict() == Verdict.BASELINE ? "1" : Figures.NONE;
    }
    return Figures.ratio(effect.speedUp());
  }

  private static String interval(@Nullable Placing placing) {
    Effect effect = placing == null ? null : placing.effect();
    return effect == null || Double.isInfinite(effect.high())
        ? Figures.NONE
        : Figures.interval(effect.speedUpLow(), effect.speedUpHigh());
  }

  private static String rounds(ContenderResult one) {
    String rounds = Figures.count(one.rounds());
    return one.invalidRounds() == 0
        ? rounds
        : "%s (%s invalid)".formatted(rounds, Figures.count(one.invalidRounds()));
  }

  private static String cell(@Nullable Number number, DoubleFunction<String> words) {
    return number == null ? Figures.NONE : words.apply(number.doubleValue());
  }
}
