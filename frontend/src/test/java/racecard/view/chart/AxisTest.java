package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AxisTest {
  private static List<String> texts(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::text).toList();
  }

  @Test
  void two_seconds_are_marked_every_half() {
    Axis axis = Axis.fromZero(1.999e9);
    assertThat(texts(axis)).containsExactly("0 s", "0.5 s", "1 s", "1.5 s", "2 s");
    assertThat(axis.at(1e9)).isEqualTo("50.00%");
    assertThat(axis.length(0.5e9)).isEqualTo("25.00%");
    assertThat(axis.zeroBased()).isTrue();
  }

  @Test
  void the_end_is_a_round_number_only_where_that_wastes_little() {
    assertThat(Axis.fromZero(1.96e9).toNs()).isEqualTo(2e9);
    assertThat(Axis.fromZero(2.1e9).toNs()).isEqualTo(2.1e9);
    assertThat(texts(Axis.fromZero(2.1e9))).last().isEqualTo("2 s");
  }

  @Test
  void each_magnitude_has_its_unit() {
    assertThat(texts(Axis.fromZero(40))).last().isEqualTo("40 ns");
    assertThat(texts(Axis.fromZero(4_800))).last().isEqualTo("5 µs");
    assertThat(texts(Axis.fromZero(240e6))).last().isEqualTo("250 ms");
    assertThat(texts(Axis.fromZero(31.4e9))).last().isEqualTo("30 s");
    assertThat(texts(Axis.fromZero(290e9))).last().isEqualTo("5 min");
  }

  @Test
  void times_close_together_do_not_start_at_zero() {
    Axis axis = Axis.around(203e6, 247e6);
    assertThat(axis.zeroBased()).isFalse();
    assertThat(texts(axis)).first().isEqualTo("200 ms");
    assertThat(texts(axis)).last().isEqualTo("250 ms");
  }

  @Test
  void times_far_apart_start_at_zero() {
    assertThat(Axis.around(200e6, 31e9).zeroBased()).isTrue();
  }

  @Test
  void a_single_time_gets_room_on_both_sides() {
    Axis axis = Axis.around(200e6, 200e6);
    assertThat(axis.fromNs()).isLessThan(200e6);
    assertThat(axis.toNs()).isGreaterThan(200e6);
  }

  @Test
  void nothing_measured_still_has_a_scale() {
    assertThat(Axis.fromZero(0).toNs()).isPositive();
  }

  @Test
  void the_outer_marks_stay_inside_the_drawing() {
    List<Axis.Tick> ticks = Axis.fromZero(1e9).ticks();
    assertThat(ticks.getFirst().anchor()).isEqualTo("start");
    assertThat(ticks.getLast().anchor()).isEqualTo("end");
    assertThat(ticks.getLast().at()).isEqualTo("100.00%");
    assertThat(Axis.fromZero(2.3e9).ticks().getLast().anchor()).isEqualTo("middle");
  }

  @Test
  void every_range_is_covered_by_few_marks_that_differ() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      double max = Math.pow(10, 1 + 11 * random.nextDouble());
      double min = max * random.nextDouble();
      Axis axis = Axis.around(min, max);
      assertThat(axis.fromNs()).isBetween(0.0, min);
      assertThat(axis.toNs()).isGreaterThanOrEqualTo(max * (1 - 1e-9));
      assertThat(texts(axis)).hasSizeBetween(2, 7).doesNotHaveDuplicates();
    }
  }
}
