package racecard.web.page.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.report.Markdown;
import racecard.report.RunReport;
import racecard.report.Table;
import racecard.view.run.Numbers;

/** All numbers in one table. */
final class NumbersView {
  private NumbersView() {}

  /** Null while nothing was measured; {@code base} is null where the run has no address to give. */
  static @Nullable Numbers of(RunReport report, @Nullable String base) {
    if (report.placed().isEmpty()) {
      return null;
    }
    Table table = Table.of(report);
    List<Numbers.Row> rows = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      rows.add(
          new Numbers.Row(
              Shown.contender(report, row.contender()),
              row.cells(),
              row.contender().name().equals(row.contender().baseline()),
              row.reason()));
    }
    return new Numbers(
        table.columns(),
        rows,
        String.join(" ", table.notes()),
        Markdown.of(report, base),
        report.provisional());
  }
}
