package racecard.view.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.view.chart.Scaling.Line;
import racecard.view.chart.Scaling.Point;

/**
 * Where the lines of a scaling chart are drawn: paths on a drawing {@link #SIDE} wide and high that
 * is stretched to the room there is, and places as percentages.
 *
 * @param log whether both axes are logarithmic, because levels are far apart
 * @param linear the path of the reference; empty without one
 */
public record ScalingPlot(
    boolean log, List<Mark> columns, List<Mark> rows, String linear, List<Drawn> lines) {
  /** How wide and high the stretched drawing is. */
  public static final int SIDE = 1000;

  /** How high the chart is, in pixels. */
  public static final int HEIGHT = 320;

  private static final int LETTER = 16;
  private static final double FAR_APART = 8;

  /** A line of the grid with its text. */
  public record Mark(String at, String text) {}

  /**
   * One contender.
   *
   * @param band the path of the interval; empty without one
   * @param path its line; empty with a single point
   * @param knee null without one
   * @param letterY the height of its letter at the right, moved so that letters do not lie on each
   *     other
   */
  public record Drawn(
      Line line,
      String band,
      String path,
      List<Dot> dots,
      @Nullable Dot knee,
      @Nullable Dot recommended,
      String letterY) {}

  /** The place of a point. */
  public record Dot(String x, String y, String words) {}

  /** Lays out {@code scaling}, which has at least one point. */
  public static ScalingPlot of(Scaling scaling) {
    return new Layout(scaling).plot();
  }

  private static final class Layout {
    private final Scaling scaling;
    private final boolean log;
    private final Scale across;
    private final Scale up;

    Layout(Scaling scaling) {
      this.scaling = scaling;
      double first = scaling.levels().getFirst().level();
      double last = scaling.levels().getLast().level();
      this.log = first > 0 && last / first >= FAR_APART;
      this.across =
          log
              ? Scale.log(first, last)
              : new Scale(first - room(first, last), last + room(first, last), false);
      double most = ends().max(Comparator.naturalOrder()).orElse(1.0);
      double least = ends().min(Comparator.naturalOrder()).orElse(1.0);
      this.up = log ? Scale.log(least, most) : Scale.fromZero(most);
    }

    private static double room(double first, double last) {
      return Math.max(1, last - first) * 0.04;
    }

    private Stream<Double> ends() {
      return scaling.lines().stream()
          .flatMap(line -> line.points().stream())
          .flatMap(point ->
              Stream.of(
                  point.perSecond(),
                  Objects.requireNonNullElse(point.low(), point.perSecond()),
                  Objects.requireNonNullElse(point.high(), point.perSecond())));
    }

    ScalingPlot plot() {
      List<Mark> columns =
          scaling.levels().stream().map(level -> new Mark(x(level.level()), level.text())).toList();
      List<Mark> rows =
          up.ticks().stream().map(tick -> new Mark(y(tick), Scale.text(tick))).toList();
      List<Double> letters = letters();
      return new ScalingPlot(
          log,
          columns,
          rows,
          linear(),
          IntStream.range(0, scaling.lines().size())
              .mapToObj(i -> drawn(scaling.lines().get(i), letters.get(i)))
              .toList());
    }

    private Drawn drawn(Line line, double letterY) {
      return new Drawn(
          line,
          band(line.points()),
          path(line.points().stream().map(p -> at(p.level(), p.perSecond())).toList()),
          line.points().stream().map(this::dot).toList(),
          dot(line, line.knee()),
          dot(line, line.recommended()),
          n(letterY));
    }

    private @Nullable Dot dot(Line line, @Nullable Integer level) {
      Point point = level == null ? null : line.at(level);
      return point == null ? null : dot(point);
    }

    private Dot dot(Point point) {
      return new Dot(
          x(point.level()),
          y(point.perSecond()),
          "%s %s: %s tasks a second".formatted(point.level(), scaling.unit(), point.text()));
    }

    private String linear() {
      List<String> points = new ArrayList<>();
      for (int i = 0; i < scaling.linear().size(); i++) {
        points.add(at(scaling.levels().get(i).level(), scaling.linear().get(i)));
      }
      return path(points);
    }

    private String band(List<Point> points) {
      List<Point> bounded =
          points.stream().filter(point -> point.low() != null && point.high() != null).toList();
      if (bounded.size() < 2) {
        return "";
      }
      Stream<String> upper =
          bounded.stream().map(p -> at(p.level(), Objects.requireNonNull(p.high())));
      Stream<String> lower =
          bounded.reversed().stream().map(p -> at(p.level(), Objects.requireNonNull(p.low())));
      return path(Stream.concat(upper, lower).toList()) + "Z";
    }

    private static String path(List<String> points) {
      return points.size() < 2 ? "" : "M" + String.join("L", points);
    }

    private String at(double level, double perSecond) {
      return n(across.share(level) * SIDE) + " " + n((1 - up.share(perSecond)) * SIDE);
    }

    /** Each line's letter beside its last point, pushed down by the one above and back up. */
    private List<Double> letters() {
      List<Integer> order =
          IntStream.range(0, scaling.lines().size())
              .boxed()
              .sorted(Comparator.comparingDouble(i -> end(scaling.lines().get(i))))
              .toList();
      double[] places = new double[order.size()];
      double free = LETTER / 2.0;
      for (int i : order) {
        places[i] = Math.max(free, end(scaling.lines().get(i)));
        free = places[i] + LETTER;
      }
      double limit = HEIGHT - LETTER / 2.0;
      for (int i : order.reversed()) {
        places[i] = Math.min(places[i], limit);
        limit = places[i] - LETTER;
      }
      return IntStream.range(0, places.length).mapToObj(i -> places[i]).toList();
    }

    private double end(Line line) {
      return (1 - up.share(line.points().getLast().perSecond())) * HEIGHT;
    }

    private String x(double level) {
      return String.format(Locale.ROOT, "%.2f%%", across.share(level) * 100);
    }

    private String y(double perSecond) {
      return String.format(Locale.ROOT, "%.2f%%", (1 - up.share(perSecond)) * 100);
    }

    private static String n(double number) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
  }
}
