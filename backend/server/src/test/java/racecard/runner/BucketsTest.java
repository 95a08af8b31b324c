package racecard.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BucketsTest {
  @Test
  void the_example_of_the_protocol_reads_back_within_a_bucket() {
    long middle = Buckets.middle(2_639);
    assertThat(middle).isEqualTo((207L << 19) + (1L << 18));
    assertThat(Math.abs(middle - 109_000_000)).isLessThanOrEqualTo(1L << 18);
  }

  @Test
  void small_values_are_exact() {
    assertThat(Buckets.middle(0)).isZero();
    assertThat(Buckets.middle(127)).isEqualTo(127);
    assertThat(Buckets.middle(128)).isEqualTo(128);
  }
}
