package racecard.web.page.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.report.ContenderResult;
import racecard.report.Mark;
import racecard.report.RunReport;
import racecard.statistics.Spread;
import racecard.view.chart.Rounds;

/** Every round of every contender. */
final class RoundsView {
  private RoundsView() {}

  /** Null before the first round. */
  static @Nullable Rounds of(RunReport report) {
    List<Rounds.Row> rows =
        report.contenders().stream()
            .filter(one -> !one.marks().isEmpty())
            .map(one -> row(report, one))
            .sorted(
                Comparator.comparingInt(
                        (Rounds.Row row) -> report.groups().indexOf(row.contender().group()))
                    .thenComparingDouble(Rounds.Row::medianNs))
            .toList();
    return rows.isEmpty() ? null : new Rounds(rows, legend(report));
  }

  private static Rounds.Row row(RunReport report, ContenderResult one) {
    Double median = one.medianNs();
    return new Rounds.Row(
        Shown.contender(report, one),
        median == null
            ? Spread.median(one.marks().stream().mapToDouble(Mark::wallNs).toArray())
            : median,
        one.marks().stream().map(mark -> new Rounds.Dot(mark.wallNs(), kind(mark))).toList());
  }

  private static Rounds.Kind kind(Mark mark) {
    return switch (mark.kind()) {
      case USUAL -> Rounds.Kind.USUAL;
      case UNUSUAL -> Rounds.Kind.UNUSUAL;
      case PARTIAL -> Rounds.Kind.PARTIAL;
      case INVALID -> Rounds.Kind.INVALID;
    };
  }

  private static String legend(RunReport report) {
    List<String> legend = new ArrayList<>();
    if (has(report, Mark.Kind.UNUSUAL)) {
      legend.add("hollow: unusual, kept");
    }
    if (has(report, Mark.Kind.PARTIAL)) {
      legend.add(
          report.run().state().isFinal()
              ? "faint: its generation was interrupted, not in the estimate"
              : "faint: its generation is not complete, not in the estimate");
    }
    if (has(report, Mark.Kind.INVALID)) {
      legend.add("crossed: a round of its block failed, not in the estimate");
    }
    return String.join("; ", legend);
  }

  private static boolean has(RunReport report, Mark.Kind kind) {
    return report.contenders().stream()
        .flatMap(one -> one.marks().stream())
        .anyMatch(mark -> mark.kind() == kind);
  }
}
