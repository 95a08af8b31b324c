package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.view.Contender;
import racecard.view.chart.Rounds.Dot;
import racecard.view.chart.Rounds.Kind;
import racecard.view.chart.Rounds.Row;
import racecard.view.chart.RoundsPlot.Panel;

final class RoundsPlotTest {
  private static Row row(double medianNs, Dot... dots) {
    return new Row(new Contender("jvm/threads", "threads"), medianNs, List.of(dots));
  }

  private static Row row(double... wallsNs) {
    Dot[] dots = Arrays.stream(wallsNs).mapToObj(ns -> new Dot(ns, Kind.USUAL)).toArray(Dot[]::new);
    return row(wallsNs[0], dots);
  }

  private static List<Panel> panels(Row... rows) {
    return RoundsPlot.of(new Rounds(List.of(rows), "")).groups().getFirst().rows();
  }

  @Test
  void contenders_close_together_share_an_enlarged_axis() {
    List<Panel> panels = panels(row(200e6, 205e6), row(210e6, 220e6));
    assertThat(panels).hasSize(1);
    assertThat(panels.getFirst().axis().zeroBased()).isFalse();
    assertThat(panels.getFirst().title()).isEmpty();
  }

  @Test
  void contenders_far_from_the_quickest_have_an_axis_from_zero() {
    List<Panel> panels = panels(row(200e6, 205e6), row(1e9, 1.1e9), row(31e9, 32e9));
    assertThat(panels).hasSize(2);
    assertThat(panels.getLast().strips()).hasSize(2);
    assertThat(panels.getLast().axis().zeroBased()).isTrue();
  }

  @Test
  void no_round_is_dropped_however_far_it_lies() {
    Panel panel =
        panels(row(200e6, new Dot(200e6, Kind.USUAL), new Dot(9e9, Kind.UNUSUAL))).getFirst();
    assertThat(panel.strips().getFirst().marks()).hasSize(2);
    assertThat(panel.axis().toNs()).isGreaterThanOrEqualTo(9e9);
  }

  @Test
  void the_same_rounds_are_drawn_the_same_way_each_time() {
    assertThat(panels(row(200e6, 205e6))).isEqualTo(panels(row(200e6, 205e6)));
  }

  @Test
  void what_is_outside_the_estimate_is_said() {
    Row row =
        row(
            200e6,
            new Dot(200e6, Kind.USUAL),
            new Dot(230e6, Kind.UNUSUAL),
            new Dot(210e6, Kind.PARTIAL),
            new Dot(220e6, Kind.INVALID));
    assertThat(panels(row).getFirst().strips().getFirst().summary())
        .isEqualTo("4 rounds, 200 ms to 230 ms, 1 unusual, 2 outside the estimate");
  }

  @Test
  void a_contender_without_rounds_does_no_harm() {
    assertThat(panels(row(200e6, new Dot[0])).getFirst().strips().getFirst().summary())
        .startsWith("0 rounds");
  }
}
