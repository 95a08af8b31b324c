package racecard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run of several cells as text that pastes well into an issue, a README or a chat. */
public final class SweepMarkdown {
  private SweepMarkdown() {}

  /**
   * The answer, its conditions and what each cell came to.
   *
   * @param base the address of the Racecard that has it; null where it has none to give
   */
  public static String of(Sweep sweep, @Nullable String base) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + Markdown.escaped(sweep.answer().text()) + "**");
    lines.add("");
    lines.add(Markdown.escaped(Conditions.of(sweep)));
    if (sweep.measured() > 0) {
      lines.add("");
      lines.addAll(sweep.levels().map() ? maps(sweep) : scaling(sweep));
    }
    lines.add("");
    lines.add(Markdown.origin(sweep.run(), sweep.run().plan(), base));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> scaling(Sweep sweep) {
    List<Integer> levels =
        sweep.cells().stream().map(cell -> sweep.levels().level(cell.plan())).sorted().toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "tasks a second",
            Stream.concat(
                    levels.stream().map(sweep.levels()::unit), Stream.of("knee", "recommended"))
                .toList()));
    lines.add("|---|" + "---:|".repeat(levels.size() + 2));
    for (Sweep.Line line : sweep.lines()) {
      List<String> cells = new ArrayList<>();
      levels.forEach(level -> cells.add(at(line, level)));
      Integer knee = line.scaling() == null ? null : line.scaling().knee();
      cells.add(knee == null ? Figures.NONE : Figures.count(knee));
      cells.add(
          line.scaling() == null ? Figures.NONE : Figures.count(line.scaling().recommended()));
      lines.add(row(line.label(), cells));
    }
    return lines;
  }

  private static String at(Sweep.Line line, int level) {
    return line.points().stream()
        .filter(point -> point.level() == level)
        .map(point -> Figures.digits(point.perSecond()))
        .findFirst()
        .orElse(Figures.NONE);
  }

  private static List<String> maps(Sweep sweep) {
    List<String> lines = new ArrayList<>();
    for (ChoiceMap map : sweep.maps()) {
      if (!map.runtime().isEmpty()) {
        lines.add("");
        lines.add(Markdown.escaped(map.runtime()));
        lines.add("");
      }
      lines.addAll(map(sweep, map));
    }
    lines.add("");
    lines.add("In each square the winner; = is tied with it, ? not told apart from it.");
    return lines;
  }

  private static List<String> map(Sweep sweep, ChoiceMap map) {
    List<String> lines = new ArrayList<>();
    lines.add(row("CPU share", map.inFlight().stream().map(sweep.levels()::unit).toList()));
    lines.add("|---|" + "---|".repeat(map.inFlight().size()));
    map.cpuPercent().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(cpu ->
            lines.add(
                row(
                    cpu + " %",
                    map.inFlight().stream()
                        .map(flight -> words(sweep, map.at(cpu, flight).orElseThrow()))
                        .toList())));
    return lines;
  }

  private static String words(Sweep sweep, ChoiceMap.Square square) {
    if (square.leader() == null) {
      return "";
    }
    String leader = sweep.label(Objects.requireNonNull(square.leader()));
    return leader + after(sweep, " = ", square.tied()) + after(sweep, " ? ", square.open());
  }

  private static String after(Sweep sweep, String sign, List<String> names) {
    return names.stream().map(name -> sign + sweep.label(name)).collect(Collectors.joining());
  }

  private static String row(String first, List<String> cells) {
    return Markdown.row(first, cells);
  }
}
