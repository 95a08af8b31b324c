package racecard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.run.Run;

/** A run as text that pastes well into an issue, a README or a chat. */
public final class Markdown {
  private Markdown() {}

  /**
   * The answer, its conditions, the table and where it came from.
   *
   * @param base the address of the Racecard that has it; null where it has none to give
   */
  public static String of(RunReport report, @Nullable String base) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + escaped(report.answer().text()) + "**");
    lines.add("");
    lines.add(escaped(Conditions.of(report)));
    if (!report.placed().isEmpty()) {
      lines.add("");
      Table table = Table.of(report);
      lines.addAll(table(table));
      for (String note : table.notes()) {
        lines.add("");
        lines.add(escaped(note));
      }
    }
    lines.add("");
    lines.add(origin(report.run(), report.plan(), base));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> table(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(row("contender", table.columns()));
    lines.add("|---|" + "---:|".repeat(table.columns().size()));
    for (Table.Row row : table.rows()) {
      lines.add(row(row.contender().label(), row.cells()));
    }
    return lines;
  }

  static String row(String first, List<String> cells) {
    return "| %s | %s |"
        .formatted(
            escaped(first),
            cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ")));
  }

  static String origin(Run run, Plan plan, @Nullable String base) {
    String id = run.publicId();
    return base == null
        ? "Measured with Racecard, run %s, seed %d.".formatted(id, plan.seed())
        : "Measured with Racecard, seed %d: [run %s](%s/runs/%s)"
            .formatted(plan.seed(), id, base, id);
  }

  /** Text in which nothing is markup: failure details may hold anything. */
  static String escaped(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#~])", "\\\\$1");
  }
}
