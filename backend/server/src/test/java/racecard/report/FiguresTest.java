package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void times_have_three_digits_and_a_unit() {
    assertThat(Figures.time(1_043_200_000)).isEqualTo("1.043 s");
    assertThat(Figures.time(206_000_000)).isEqualTo("0.206 s");
    assertThat(Figures.time(31_400_000_000L)).isEqualTo("31.40 s");
    assertThat(Figures.time(25_300_000)).isEqualTo("25.3 ms");
    assertThat(Figures.time(1_500_000)).isEqualTo("1.50 ms");
    assertThat(Figures.time(840_000)).isEqualTo("840 µs");
    assertThat(Figures.time(12)).isEqualTo("12 ns");
  }

  @Test
  void ratios_keep_three_digits_below_and_above_one() {
    assertThat(Figures.ratio(9.7)).isEqualTo("9.70");
    assertThat(Figures.ratio(0.0834)).isEqualTo("0.083");
    assertThat(Figures.ratio(12.34)).isEqualTo("12.3");
    assertThat(Figures.ratio(1234)).isEqualTo("1,234");
    assertThat(Figures.interval(1.85, Double.POSITIVE_INFINITY)).isEqualTo("1.85–∞");
  }

  @Test
  void spans_are_coarse_and_never_zero() {
    assertThat(Figures.span(0)).isEqualTo("1 s");
    assertThat(Figures.span(75)).isEqualTo("1 min 10 s");
    assertThat(Figures.span(120)).isEqualTo("2 min");
    assertThat(Figures.span(7_500)).isEqualTo("2 h 5 min");
  }

  @Test
  void sizes_and_shares_carry_their_unit() {
    assertThat(Figures.megabytes(1_310_000_000)).isEqualTo("1,310 MB");
    assertThat(Figures.megabytes(9_400_000)).isEqualTo("9.40 MB");
    assertThat(Figures.percent(0.123)).isEqualTo("12 %");
    assertThat(Figures.percent(0.0123)).isEqualTo("1.2 %");
  }
}
