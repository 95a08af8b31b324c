package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecard.view.Contender;
import racecard.view.chart.Scaling.Point;

final class ScalingPlotTest {
  private static Point point(int level, double perSecond) {
    return new Point(level, perSecond, perSecond * 0.9, perSecond * 1.1, "1", "1–1");
  }

  private static Scaling.Line line(@Nullable Integer recommended, Point... points) {
    return new Scaling.Line(
        new Contender("jvm/threads", "threads"), List.of(points), null, recommended);
  }

  private static Scaling scaling(List<Integer> levels, List<Double> linear, Scaling.Line... lines) {
    return new Scaling(
        "tasks in flight",
        levels.stream()
            .map(level -> new Scaling.Level(level, String.valueOf(level), null, ""))
            .toList(),
        List.of(lines),
        linear,
        "linear",
        "5 %",
        "",
        "");
  }

  private static double percent(String at) {
    assertThat(at).endsWith("%");
    return Double.parseDouble(at.substring(0, at.length() - 1));
  }

  @Test
  void near_levels_have_even_axes_from_zero_and_far_ones_logarithmic_axes() {
    Scaling.Line near = line(2, point(1, 10), point(2, 20), point(4, 40));
    ScalingPlot even = ScalingPlot.of(scaling(List.of(1, 2, 4), List.of(), near));
    assertThat(even.log()).isFalse();
    assertThat(even.rows().getFirst().text()).isEqualTo("0");
    assertThat(percent(even.rows().getFirst().at())).isEqualTo(100);
    Scaling.Line far = line(8, point(1, 10), point(8, 80));
    assertThat(ScalingPlot.of(scaling(List.of(1, 8), List.of(), far)).log()).isTrue();
  }

  @Test
  void on_logarithmic_axes_what_doubles_is_equally_far_apart_and_linear_is_a_straight_line() {
    List<Integer> levels = List.of(1, 4, 16);
    Scaling.Line line = line(16, point(1, 10), point(4, 40), point(16, 160));
    ScalingPlot plot = ScalingPlot.of(scaling(levels, List.of(10.0, 40.0, 160.0), line));
    List<Double> x = plot.columns().stream().map(mark -> percent(mark.at())).toList();
    assertThat(x.get(1) - x.get(0)).isCloseTo(x.get(2) - x.get(1), within(0.02));
    assertThat(plot.linear()).isEqualTo(plot.lines().getFirst().path());
  }

  @Test
  void every_point_lies_within_the_drawing() {
    Scaling.Line line = line(1, point(1, 1_000), point(1_000, 3));
    ScalingPlot plot = ScalingPlot.of(scaling(List.of(1, 1_000), List.of(), line));
    assertThat(plot.lines().getFirst().dots())
        .allMatch(dot -> percent(dot.x()) > 0 && percent(dot.x()) < 100)
        .allMatch(dot -> percent(dot.y()) > 0 && percent(dot.y()) < 100);
  }

  @Test
  void a_single_level_is_a_dot_without_a_line() {
    ScalingPlot plot =
        ScalingPlot.of(scaling(List.of(4), List.of(100.0), line(null, point(4, 25))));
    assertThat(plot.lines().getFirst().dots()).hasSize(1);
    assertThat(plot.lines().getFirst().path()).isEmpty();
    assertThat(plot.lines().getFirst().band()).isEmpty();
    assertThat(plot.lines().getFirst().recommended()).isNull();
    assertThat(plot.linear()).isEmpty();
  }

  @Test
  void a_level_that_was_not_measured_is_on_the_axis_and_the_line_goes_on_without_it() {
    Scaling.Line line = line(4, point(1, 10), point(4, 40));
    ScalingPlot plot = ScalingPlot.of(scaling(List.of(1, 2, 4), List.of(), line));
    assertThat(plot.columns()).extracting(ScalingPlot.Mark::text).containsExactly("1", "2", "4");
    assertThat(plot.lines().getFirst().dots()).hasSize(2);
    assertThat(plot.lines().getFirst().path().chars().filter(c -> c == 'L').count()).isEqualTo(1);
  }

  @Test
  void letters_of_lines_that_tie_do_not_lie_on_each_other() {
    Scaling.Line[] tied =
        IntStream.range(0, 6)
            .mapToObj(i -> line(1, point(1, 10), point(2, 0.2)))
            .toArray(Scaling.Line[]::new);
    List<Double> letters =
        ScalingPlot.of(scaling(List.of(1, 2), List.of(), tied)).lines().stream()
            .map(drawn -> Double.parseDouble(drawn.letterY()))
            .sorted()
            .toList();
    for (int i = 1; i < letters.size(); i++) {
      assertThat(letters.get(i) - letters.get(i - 1)).isGreaterThanOrEqualTo(16);
    }
    assertThat(letters.getLast()).isLessThan(ScalingPlot.HEIGHT);
  }

  @Test
  void a_point_without_an_interval_has_no_band() {
    Point bare = new Point(1, 10, null, null, "10", "");
    ScalingPlot plot =
        ScalingPlot.of(scaling(List.of(1, 2), List.of(), line(2, bare, point(2, 20))));
    assertThat(plot.lines().getFirst().band()).isEmpty();
    assertThat(plot.lines().getFirst().path()).isNotEmpty();
  }

  @Test
  void ticks_are_a_handful_of_round_numbers() {
    for (double most : new double[] {0.7, 3, 48, 999, 12_345}) {
      List<String> even = texts(Scale.fromZero(most).ticks());
      assertThat(even).as("%s", most).hasSizeBetween(3, 8).doesNotHaveDuplicates();
      List<String> log = texts(Scale.log(most / 300, most).ticks());
      assertThat(log).as("%s", most).hasSizeBetween(2, 8).doesNotHaveDuplicates();
    }
    assertThat(texts(List.of(0.5, 2.0, 1_000.0))).containsExactly("0.5", "2", "1,000");
  }

  private static List<String> texts(List<Double> ticks) {
    return Stream.of(ticks).flatMap(List::stream).map(Scale::text).toList();
  }
}
