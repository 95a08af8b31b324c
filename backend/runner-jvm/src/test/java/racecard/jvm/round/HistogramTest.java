package racecard.jvm.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void buckets_are_the_ones_of_the_protocol() {
    // backend/runner-contract/vectors.json, "buckets"
    long[][] vectors = {
      {0, 0},
      {1, 1},
      {127, 127},
      {128, 128},
      {255, 255},
      {256, 256},
      {257, 256},
      {258, 257},
      {109_000_000, 2_639},
      {999_999_999, 3_054},
      {(1L << 62) + 1, 7_168},
      {Long.MAX_VALUE, 7_295}
    };
    for (long[] vector : vectors) {
      assertThat(Histogram.index(vector[0])).isEqualTo((int) vector[1]);
    }
  }

  @Test
  void a_value_is_known_to_one_percent() {
    new Random(1)
        .longs(10_000, 1, Long.MAX_VALUE)
        .map(value -> value >>> (value & 63))
        .forEach(value -> {
          int index = Histogram.index(value);
          int exponent = Math.max(0, index / 128 - 1);
          long lower = index < 128 ? index : (128L + index % 128) << exponent;
          long width = 1L << exponent;
          assertThat(value).isBetween(lower, lower + width - 1);
          assertThat((double) width).isLessThanOrEqualTo(Math.max(1, 0.01 * lower));
        });
  }

  @Test
  void merged_histograms_count_both() {
    Histogram one = new Histogram();
    one.add(5);
    one.add(1_000_000);
    Histogram other = new Histogram();
    other.add(5);
    other.add(-3);

    one.add(other);

    assertThat(one.count()).isEqualTo(4);
    assertThat(one.minNs()).isZero();
    assertThat(one.maxNs()).isEqualTo(1_000_000);
    assertThat(one.buckets())
        .containsExactly(
            new long[] {0, 1}, new long[] {5, 2}, new long[] {Histogram.index(1_000_000), 1});
  }
}
