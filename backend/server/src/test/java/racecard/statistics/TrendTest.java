package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TrendTest {
  /** Kendall, "Rank Correlation Methods": for n = 5, P(S ≥ 10) = 0.0083, P(S ≥ 8) = 0.042. */
  @Test
  void the_chance_is_that_of_the_published_table() {
    assertThat(chance(new double[] {5, 4, 3, 2, 1})).isCloseTo(0.0083, within(0.0001));
    assertThat(chance(new double[] {5, 4, 3, 1, 2})).isCloseTo(0.042, within(0.0005));
    assertThat(chance(new double[] {1, 2, 3, 4, 5})).isEqualTo(1, within(1e-12));
  }

  @Test
  void generations_count_together_and_are_not_compared_with_each_other() {
    double[] falling = {3, 2, 1};
    double[] fallingHigher = {30, 29, 28};
    Trend trend = Trend.of(List.of(falling, fallingHigher, falling));
    assertThat(trend.chance()).isCloseTo(1 / 216.0, within(1e-12));
    assertThat(trend.change()).isEqualTo(-2);
  }

  @Test
  void a_single_value_has_no_trend() {
    assertThat(Trend.of(List.of(new double[] {3}, new double[] {1}))).isEqualTo(new Trend(0, 1));
  }

  private static double chance(double[] values) {
    return Trend.of(List.of(values)).chance();
  }
}
