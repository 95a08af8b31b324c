package racecard.web.page.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.report.Figures;
import racecard.report.Sweep;
import racecard.report.SweepMarkdown;
import racecard.run.RunState;
import racecard.view.Contender;
import racecard.view.chart.Scaling;
import racecard.view.run.Levels;

/** All cells of a run of several: the scaling chart, or the choice map. */
final class LevelsView {
  private final Sweep sweep;
  private final @Nullable String path;
  private final @Nullable String base;

  private LevelsView(Sweep sweep, @Nullable String path, @Nullable String base) {
    this.sweep = sweep;
    this.path = path;
    this.base = base;
  }

  /** {@code path} is where a cell can be followed to, {@code base} where the run has an address. */
  static Levels of(Sweep sweep, @Nullable String path, @Nullable String base) {
    return new LevelsView(sweep, path, base).levels();
  }

  private Levels levels() {
    boolean map = sweep.levels().map();
    boolean enough = sweep.lines().stream().anyMatch(line -> line.scaling() != null);
    return new Levels(
        !map && enough ? scaling() : null,
        sweep.maps().stream().map(one -> MapView.of(sweep, one, path)).toList(),
        CellLinks.of(sweep.run(), path, null));
  }

  private Scaling scaling() {
    return new Scaling(
        sweep.levels().tasks().isEmpty() ? "tasks in flight" : "tasks",
        inOrder().stream().map(this::level).toList(),
        sweep.lines().stream().map(LevelsView::line).toList(),
        linear(),
        sequential() ? "linear from one after another" : "linear from the lowest level",
        Figures.margin(sweep.run().plan().marginPercent()),
        note(),
        SweepMarkdown.of(sweep, base));
  }

  private List<Sweep.Cell> inOrder() {
    List<Sweep.Cell> cells = new ArrayList<>(sweep.cells());
    cells.sort(Comparator.comparingInt(cell -> sweep.levels().level(cell.plan())));
    return cells;
  }

  private Scaling.Level level(Sweep.Cell cell) {
    int level = sweep.levels().level(cell.plan());
    return new Scaling.Level(
        level,
        Figures.count(level),
        path == null ? null : CellLinks.href(path, sweep.run(), cell.number()),
        cell.state() == RunState.DONE ? "" : cell.state().id());
  }

  private static Scaling.Line line(Sweep.Line line) {
    racecard.statistics.Scaling scaling = line.scaling();
    return new Scaling.Line(
        new Contender(line.contender(), line.label()),
        line.points().stream().map(LevelsView::point).toList(),
        scaling == null ? null : scaling.knee(),
        scaling == null ? null : scaling.recommended());
  }

  private static Scaling.Point point(Sweep.Point point) {
    Double low = point.low();
    Double high = point.high();
    return new Scaling.Point(
        point.level(),
        point.perSecond(),
        low,
        high,
        Figures.digits(point.perSecond()),
        low == null || high == null ? "" : Figures.digits(low) + "–" + Figures.digits(high));
  }

  /** The reference at every level; none where a level is not there to say it of. */
  private List<Double> linear() {
    Map<Integer, Double> byLevel = new LinkedHashMap<>();
    sweep.linear().forEach(point -> byLevel.put(point.level(), point.perSecond()));
    List<Double> linear =
        inOrder().stream()
            .map(cell -> byLevel.get(sweep.levels().level(cell.plan())))
            .flatMap(Stream::ofNullable)
            .toList();
    return linear.size() == sweep.cells().size() ? linear : List.of();
  }

  private boolean sequential() {
    return sweep.lines().stream()
        .anyMatch(line -> ContenderName.parse(line.contender()).isSequential());
  }

  private String note() {
    return sweep.lines().stream().anyMatch(line -> line.label().contains("/"))
        ? "Throughputs on different runtimes differ by more than the strategy."
        : "";
  }
}
