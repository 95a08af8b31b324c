package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScalingTest {
  private static final int[] DOUBLING = {1, 2, 4, 8, 16, 32, 64};

  private static Scaling scaling(int[] levels, IntToDoubleFunction perSecond) {
    return Scaling.of(
        IntStream.of(levels)
            .mapToObj(level -> new Scaling.Point(level, perSecond.applyAsDouble(level)))
            .toList(),
        5);
  }

  @Test
  void a_curve_that_saturates_at_eight_has_its_knee_and_its_recommended_level_there() {
    Scaling scaling = scaling(DOUBLING, level -> 50.0 * Math.min(level, 8));
    assertThat(scaling.knee()).isEqualTo(8);
    assertThat(scaling.recommended()).isEqualTo(8);
    assertThat(scaling.open()).isFalse();
    assertThat(scaling.falls()).isFalse();
  }

  @Test
  void the_example_of_the_kneedle_paper_has_its_knee_where_the_paper_has_it() {
    // Figure 2 of Satopää et al.: y = −1 / (x + 0.1) + 5 at ten points from 0 to 1, knee at 0.22.
    List<Scaling.Point> points =
        IntStream.range(0, 10)
            .mapToObj(i -> new Scaling.Point(i, 5 - 1 / (i / 9.0 + 0.1)))
            .toList();
    assertThat(Kneedle.knee(points, 5)).isEqualTo(2);
  }

  @Test
  void a_straight_line_has_no_knee_and_is_open_at_its_end() {
    Scaling scaling = scaling(DOUBLING, level -> 50.0 * level);
    assertThat(scaling.knee()).isNull();
    assertThat(scaling.recommended()).isEqualTo(64);
    assertThat(scaling.open()).isTrue();
  }

  @Test
  void a_flat_line_has_no_knee_and_its_lowest_level_is_enough() {
    Scaling scaling = scaling(DOUBLING, level -> 50);
    assertThat(scaling.knee()).isNull();
    assertThat(scaling.recommended()).isEqualTo(1);
  }

  @Test
  void noise_within_the_margin_is_no_knee() {
    int[] levels = {1, 16, 256};
    Scaling flat =
        scaling(levels, level -> Map.of(1, 100.0, 16, 101.0, 256, 99.0).getOrDefault(level, 0.0));
    assertThat(flat.knee()).isNull();
    assertThat(flat.recommended()).isEqualTo(1);
    Scaling rising =
        scaling(levels, level -> Map.of(1, 100.0, 16, 107.0, 256, 106.0).getOrDefault(level, 0.0));
    assertThat(rising.knee()).isEqualTo(16);
  }

  @Test
  void a_curve_that_falls_again_says_so_and_recommends_its_best() {
    Scaling scaling = scaling(DOUBLING, level -> level <= 16 ? 10.0 * level : 160 - level);
    assertThat(scaling.best()).isEqualTo(16);
    assertThat(scaling.recommended()).isEqualTo(16);
    assertThat(scaling.falls()).isTrue();
  }

  @Test
  void the_smallest_level_within_the_margin_of_the_best_is_recommended() {
    Scaling scaling =
        scaling(new int[] {1, 2, 3, 4}, level -> new double[] {50, 94, 96, 100}[level - 1]);
    assertThat(scaling.best()).isEqualTo(4);
    assertThat(scaling.recommended()).isEqualTo(3);
  }

  @Test
  void two_levels_have_no_knee() {
    assertThat(scaling(new int[] {1, 8}, level -> level).knee()).isNull();
  }

  @Test
  void a_span_holds_one_and_is_wider_than_the_spread_within_a_generation() {
    List<Round> rounds = new ArrayList<>();
    for (int generation = 1; generation <= 3; generation++) {
      for (int block = 1; block <= 3; block++) {
        double ns = 1e8 * (1 + 0.1 * (generation - 2) + 0.001 * block);
        rounds.add(new Round(generation, block, "jvm/threads", ns, true));
      }
    }
    Interval span =
        Objects.requireNonNull(Spans.of(rounds, List.of("jvm/threads")).get("jvm/threads"));
    assertThat(span.low()).isLessThan(0.85);
    assertThat(span.high()).isGreaterThan(1.15);
    assertThat(Spans.of(rounds, List.of("jvm/nobody"))).isEqualTo(Map.of());
  }
}
