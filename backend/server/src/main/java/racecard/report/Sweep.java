package racecard.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.statistics.Scaling;

/**
 * What a run of several cells came to, over all of them.
 *
 * @param cells in the order they are measured
 * @param lines of each contender that was measured somewhere, as asked for; empty for a choice map
 * @param linear what perfect scaling would give; empty where nobody can say
 * @param maps of each runtime that is compared by itself, else one; empty unless it is a choice map
 * @param host where it is or was measured; null before
 */
public record Sweep(
    Run run,
    Stage stage,
    Answer answer,
    List<Cell> cells,
    List<Line> lines,
    List<Scaling.Point> linear,
    List<ChoiceMap> maps,
    @Nullable MeasuredOn host) {

  /** Copies the lists. */
  public Sweep {
    cells = List.copyOf(cells);
    lines = List.copyOf(lines);
    linear = List.copyOf(linear);
    maps = List.copyOf(maps);
  }

  /**
   * One cell in short.
   *
   * @param words as {@code 16 in flight}
   * @param leader null without a verdict
   * @param brief the answer in short; empty before there is one
   * @param failure null unless it failed
   */
  public record Cell(
      int number,
      Plan plan,
      String words,
      RunState state,
      @Nullable String leader,
      @Nullable String grade,
      String brief,
      @Nullable Failure failure) {}

  /**
   * One contender over all levels.
   *
   * @param points rising by their level, where it was measured
   * @param scaling null with fewer than two points
   */
  public record Line(
      String contender, String label, List<Point> points, @Nullable Scaling scaling) {}

  /**
   * One contender at one level.
   *
   * @param perSecond tasks a second, by the median round
   * @param low the low end of its 95 % interval; null with too few rounds
   */
  public record Point(
      int cell, int level, double perSecond, @Nullable Double low, @Nullable Double high) {}

  /** What varies. */
  public Levels levels() {
    return run.levels();
  }

  /** The label of {@code contender} in this run. */
  public String label(String contender) {
    return Names.of(run.contenders()).label(contender);
  }

  /** The line of {@code contender}. */
  public Optional<Line> line(String contender) {
    return lines.stream().filter(line -> line.contender().equals(contender)).findFirst();
  }

  /** How many cells have a result. */
  public long measured() {
    return cells.stream().filter(cell -> !cell.brief().isEmpty()).count();
  }

  /** What is measured, as {@code 64 tasks of 10 ms, 5 CPU shares × 3 levels in flight}. */
  public String wholeWork() {
    return Work.whole(run.plan(), run.levels());
  }
}
