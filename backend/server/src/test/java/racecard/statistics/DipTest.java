package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DipTest {
  /** Dips as {@code dip()} of R's package diptest computes them, by way of Python's diptest. */
  @ParameterizedTest
  @CsvSource({
    // The first eruptions of Old Faithful, in minutes (R's data set faithful).
    "0.10697258641239574, 3.6 1.8 3.333 2.283 4.533 2.883 4.7 3.6 1.95 4.35 1.833 3.917 4.2 1.75 4.7 2.167 1.75 4.8 1.6 4.25",
    "0.2074074074074074, 100 101 99 100.5 130 131 129 130.5 99.5",
    "0.05555555555555555, 100 101 99 100.5 101.5 98.5 99.5 100.2 130",
    "0.03333333333333333, 1 4 9 16 25 36 49 64 81 100 121 144 169 196 225",
    "0.13888888888888887, 1 2 2 2 3 7 8 8 9 9 9 10",
  })
  void the_dip_is_that_of_published_software(double dip, String listed) {
    double[] values = values(listed);
    assertThat(Dip.exceeds(values, dip - 1e-9)).isTrue();
    assertThat(Dip.exceeds(values, dip + 1e-9)).isFalse();
  }

  @Test
  void two_peaks_are_seen_from_nine_values_on() {
    assertThat(Dip.twoPeaks(values("100 101 99 100.5 130 131 129 130.5 99.5"))).isTrue();
    assertThat(Dip.twoPeaks(values("100 101 99 100.5 130 131 129 130.5"))).isFalse();
    assertThat(Dip.twoPeaks(values("100 101 99 100.5 101.5 98.5 99.5 100.2 130"))).isFalse();
  }

  @Test
  void as_many_values_as_a_file_may_have_are_read_like_few() {
    double[] one = new Random(1).doubles(2_560).toArray();
    double[] two = Arrays.stream(one).map(value -> value < 0.5 ? value : value + 1).toArray();
    assertThat(Dip.twoPeaks(one)).isFalse();
    assertThat(Dip.twoPeaks(two)).isTrue();
  }

  @Test
  void one_sample_in_a_hundred_is_taken_for_two_peaks_where_there_is_none() {
    for (int n : new int[] {9, 12, 27, 45, 60}) {
      Random random = new Random(n);
      int wrong = 0;
      for (int i = 0; i < 2_000; i++) {
        wrong += Dip.twoPeaks(random.doubles(n).toArray()) ? 1 : 0;
      }
      assertThat(wrong).as("of 2,000 samples of %d", n).isBetween(4, 40);
    }
  }

  private static double[] values(String listed) {
    return Arrays.stream(listed.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
