package racecard.view.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import racecard.view.chart.Rounds.Dot;
import racecard.view.chart.Rounds.Kind;
import racecard.view.chart.Rounds.Row;

/**
 * Where the dots of all rounds are drawn. Contenders near the quickest have an axis of their own,
 * on which their differences can be seen.
 */
public record RoundsPlot(List<ByRuntime<Panel>> groups) {
  private static final double NEAR = 1.5;

  /** The height of a strip. */
  public static final int HEIGHT = 26;

  /**
   * Some contenders on one axis.
   *
   * @param title which ones; empty when they are all
   */
  public record Panel(String title, Axis axis, List<Strip> strips) {}

  /**
   * The rounds of one contender.
   *
   * @param median the place of its median
   * @param summary what is to be seen, in words
   */
  public record Strip(Row row, String median, String summary, List<Mark> marks) {

    /** As "45 rounds". */
    public String count() {
      return RoundsPlot.count(row);
    }
  }

  /**
   * One round.
   *
   * @param y the height it lies at: chosen only so that dots do not hide each other
   */
  public record Mark(String x, String y, Kind kind) {}

  /** Lays out {@code rounds}. */
  public static RoundsPlot of(Rounds rounds) {
    return new RoundsPlot(
        ByRuntime.of(rounds.rows(), Row::contender).stream()
            .map(part -> part.map(RoundsPlot::panels))
            .toList());
  }

  private static List<Panel> panels(List<Row> rows) {
    double quickest = rows.stream().mapToDouble(Row::medianNs).min().orElse(0);
    List<Row> near = rows.stream().filter(row -> row.medianNs() <= quickest * NEAR).toList();
    List<Row> far = rows.stream().filter(row -> !near.contains(row)).toList();
    List<Panel> panels = new ArrayList<>();
    if (!near.isEmpty()) {
      panels.add(panel(far.isEmpty() ? "" : "The quickest, enlarged", near));
    }
    if (!far.isEmpty()) {
      panels.add(panel(far.size() == 1 ? "The other" : "The others", far));
    }
    return panels;
  }

  private static Panel panel(String title, List<Row> rows) {
    double min = rows.stream().mapToDouble(row -> walls(row).min()).min().orElse(0);
    double max = rows.stream().mapToDouble(row -> walls(row).max()).max().orElse(0);
    Axis axis = Axis.around(min, max);
    return new Panel(title, axis, rows.stream().map(row -> strip(row, axis)).toList());
  }

  private static Walls walls(Row row) {
    return row.dots().stream()
        .map(dot -> new Walls(dot.wallNs(), dot.wallNs()))
        .reduce(new Walls(row.medianNs(), row.medianNs()), Walls::and);
  }

  private static Strip strip(Row row, Axis axis) {
    List<Mark> marks =
        IntStream.range(0, row.dots().size())
            .mapToObj(i -> mark(row.dots().get(i), i, axis))
            .toList();
    return new Strip(row, axis.at(row.medianNs()), summary(row), marks);
  }

  private static Mark mark(Dot dot, int i, Axis axis) {
    double share = (i + 1) * 0.618_033_988_75 % 1;
    double y = 4 + share * (HEIGHT - 8);
    return new Mark(axis.at(dot.wallNs()), String.format(Locale.ROOT, "%.1f", y), dot.kind());
  }

  private static String summary(Row row) {
    Walls walls = walls(row);
    Unit unit = Unit.of(walls.max());
    return "%s, %s to %s%s"
        .formatted(count(row), unit.about(walls.min()), unit.about(walls.max()), outside(row));
  }

  private static String count(Row row) {
    return row.dots().size() == 1 ? "1 round" : row.dots().size() + " rounds";
  }

  private static String outside(Row row) {
    long unusual = row.dots().stream().filter(dot -> dot.kind() == Kind.UNUSUAL).count();
    long kept =
        row.dots().stream()
            .filter(dot -> dot.kind() == Kind.PARTIAL || dot.kind() == Kind.INVALID)
            .count();
    return (unusual == 0 ? "" : ", %d unusual".formatted(unusual))
        + (kept == 0 ? "" : ", %d outside the estimate".formatted(kept));
  }

  /** The shortest and the longest of some rounds. */
  private record Walls(double min, double max) {
    Walls and(Walls other) {
      return new Walls(Math.min(min, other.min), Math.max(max, other.max));
    }
  }
}
