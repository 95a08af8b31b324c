package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HodgesLehmannTest {
  // Hollander and Wolfe, table 3.1: Hamilton depression scale, before and after; the example of R's
  // wilcox.test.
  private static final double[] DEPRESSION = {
    1.83 - 0.878,
    0.50 - 0.647,
    1.62 - 0.598,
    2.48 - 2.05,
    1.68 - 1.06,
    1.88 - 1.29,
    1.55 - 1.06,
    3.06 - 3.14,
    1.30 - 1.29
  };

  @Test
  void the_estimate_is_that_of_the_published_example() {
    // R: wilcox.test(x, y, paired = TRUE, conf.int = TRUE): (pseudo)median 0.46
    assertThat(HodgesLehmann.estimate(DEPRESSION)).isEqualTo(0.46, within(1e-9));
  }

  @Test
  void the_interval_is_that_of_the_published_example() {
    // R, same call: 95 percent confidence interval 0.010 to 0.786
    Interval interval = HodgesLehmann.interval(DEPRESSION);
    assertThat(interval.low()).isEqualTo(0.01, within(1e-9));
    assertThat(interval.high()).isEqualTo(0.786, within(1e-9));
  }

  // Critical values of the two-sided 5 % signed-rank test (for example Wilcoxon and Wilcox 1964,
  // table 2).
  @ParameterizedTest
  @CsvSource({
    "5,-1", "6,0", "7,2", "8,3", "9,5", "10,8", "11,10", "12,13", "13,17", "14,21", "15,25",
    "16,29", "17,34", "18,40", "19,46", "20,52", "25,89", "30,137"
  })
  void the_exact_rank_is_that_of_the_published_table(int n, int k) {
    assertThat(HodgesLehmann.signedRankK(n)).isEqualTo(k);
  }

  @Test
  void the_normal_approximation_carries_on_where_the_exact_rank_ends() {
    double step = HodgesLehmann.signedRankK(61) - HodgesLehmann.signedRankK(60);
    double before = HodgesLehmann.signedRankK(60) - HodgesLehmann.signedRankK(59);
    assertThat(step).isEqualTo(before, within(3.0));
  }

  @Test
  void one_wild_value_moves_the_estimate_little() {
    double[] wild = DEPRESSION.clone();
    wild[0] = 1_000;
    assertThat(HodgesLehmann.estimate(wild)).isLessThan(0.8);
  }

  @Test
  void the_order_of_the_values_does_not_matter() {
    double[] reversed = new double[DEPRESSION.length];
    Arrays.setAll(reversed, i -> DEPRESSION[DEPRESSION.length - 1 - i]);
    assertThat(HodgesLehmann.estimate(reversed)).isEqualTo(HodgesLehmann.estimate(DEPRESSION));
  }

  @ParameterizedTest
  @CsvSource({"1,12.706", "2,4.303", "30,2.042", "40,2.021", "60,2.000", "120,1.980"})
  void t_quantiles_are_those_of_the_published_table(int degrees, double quantile) {
    assertThat(StudentT.quantile975(degrees)).isEqualTo(quantile, within(6e-4));
  }
}
