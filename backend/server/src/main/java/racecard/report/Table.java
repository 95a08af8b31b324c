package racecard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/**
 * All numbers of a run, a row for each contender, best first.
 *
 * @param columns headings with their unit, without the contender's
 * @param notes what must be known to read it
 */
public record Table(List<String> columns, List<Row> rows, List<String> notes) {
  private static final double BYTES_PER_MB = 1e6;
  private static final int AFTER_INTERVAL = 3;
  private static final List<String> COLUMNS =
      List.of(
          "median s",
          "95 %",
          "of the limit",
          "cores used",
          "CPU s",
          "peak MB",
          "threads",
          "processes",
          "cold s",
          "rounds");

  /**
   * One contender.
   *
   * @param cells as many as there are columns
   * @param reason why it has no numbers; empty when it has
   */
  public record Row(ContenderResult contender, List<String> cells, String reason) {
    Row numbers() {
      return new Row(contender, cells, "");
    }
  }

  /** The table of {@code report}. */
  public static Table of(RunReport report) {
    List<ContenderResult> placed = report.placed();
    Article article = Article.of(report.plan()).orElse(null);
    boolean unpaired = report.plan().workload() == Workload.FOREIGN;
    List<Row> rows =
        Stream.concat(
                placed.stream(), report.contenders().stream().filter(one -> !placed.contains(one)))
            .map(one -> row(one, article))
            .map(row -> unpaired && row.contender().medianNs() != null ? row.numbers() : row)
            .toList();
    return new Table(columns(report, article), rows, notes(report, article));
  }

  private static List<String> notes(RunReport report, @Nullable Article article) {
    return Stream.concat(
            report.names().severalRuntimes() ? Stream.of(acrossRuntimes(report)) : Stream.empty(),
            Stream.ofNullable(article).map(Article::source))
        .toList();
  }

  private static String acrossRuntimes(RunReport report) {
    boolean each = !report.groups().isEmpty();
    if (report.plan().workload() == Workload.POWER) {
      return "Seconds on different runtimes cannot tell which strategy is better: their big-integer"
          + " libraries differ. "
          + (each ? "Speed-ups can." : "Speed-ups by one baseline for all cannot either.");
    }
    return each
        ? "Seconds on different runtimes differ by more than the strategy; speed-ups are by each"
            + " runtime’s own baseline."
        : "Seconds on different runtimes differ by more than the strategy, and so do speed-ups by"
            + " one baseline for all.";
  }

  private static List<String> columns(RunReport report, @Nullable Article article) {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.add(1, "× " + report.baselineLabel());
    if (article != null) {
      columns.add(AFTER_INTERVAL, "× in the article");
    }
    return columns;
  }

  private static Row row(ContenderResult one, @Nullable Article article) {
    Medians medians = one.medians();
    List<String> cells =
        new ArrayList<>(
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
                rounds(one)));
    if (article != null) {
      cells.add(AFTER_INTERVAL, article.ratio(one));
    }
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
