package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.catalog.ContenderName;
import racecard.run.Run;
import racecard.statistics.Interval;
import racecard.statistics.Scaling;

/** Makes the lines of a scaling chart of what each cell measured. */
final class LineMaking {
  private static final double NS_PER_S = 1e9;

  private final Run run;
  private final List<CellResult> rising;

  LineMaking(Run run, List<CellResult> cells) {
    this.run = run;
    this.rising = cells.stream().sorted(Comparator.comparingInt(cell -> level(run, cell))).toList();
  }

  List<Sweep.Line> lines() {
    Names names = Names.of(run.contenders());
    return run.contenders().stream()
        .map(contender -> line(contender, names.label(contender)))
        .filter(line -> !line.points().isEmpty())
        .toList();
  }

  private Sweep.Line line(String contender, String label) {
    List<Sweep.Point> points =
        rising.stream().flatMap(cell -> point(cell, contender).stream()).toList();
    return new Sweep.Line(
        contender,
        label,
        points,
        points.size() < 2
            ? null
            : Scaling.of(
                points.stream().map(LineMaking::bare).toList(), run.plan().marginPercent()));
  }

  private static Scaling.Point bare(Sweep.Point point) {
    return new Scaling.Point(point.level(), point.perSecond());
  }

  private Optional<Sweep.Point> point(CellResult cell, String contender) {
    return Optional.ofNullable(cell.medianNs(contender))
        .map(median -> {
          double perSecond = cell.plan().tasks() * NS_PER_S / median;
          Interval span = cell.spans().get(contender);
          boolean bounded = span != null && Double.isFinite(span.high());
          return new Sweep.Point(
              cell.number(),
              level(run, cell),
              perSecond,
              bounded ? perSecond / Objects.requireNonNull(span).high() : null,
              bounded ? perSecond / Objects.requireNonNull(span).low() : null);
        });
  }

  /**
   * As many times one after another as there are in flight; where that was not measured, the
   * quickest at the lowest level, in proportion.
   */
  List<Scaling.Point> linear() {
    if (!varies()) {
      return List.of();
    }
    return one().stream()
        .flatMap(one ->
            rising.stream()
                .map(cell -> new Scaling.Point(level(run, cell), one * cell.plan().inFlight())))
        .toList();
  }

  /** How many tasks a second each task in flight is worth. */
  private Optional<Double> one() {
    return rising.stream()
        .flatMap(cell ->
            sequential()
                .flatMap(name -> point(cell, name).stream())
                .map(Sweep.Point::perSecond)
                .limit(1))
        .findFirst()
        .or(this::lowest);
  }

  private Stream<String> sequential() {
    return run.contenders().stream()
        .filter(name -> ContenderName.parse(name).isSequential())
        .filter(name -> !ContenderName.parse(name).control());
  }

  private Optional<Double> lowest() {
    return rising.stream()
        .limit(1)
        .flatMap(cell ->
            run.contenders().stream()
                .flatMap(name -> point(cell, name).stream())
                .map(point -> point.perSecond() / cell.plan().inFlight()))
        .max(Comparator.naturalOrder());
  }

  private boolean varies() {
    return rising.stream().mapToInt(cell -> cell.plan().inFlight()).distinct().count() > 1;
  }

  private static int level(Run run, CellResult cell) {
    return run.levels().level(cell.plan());
  }
}
