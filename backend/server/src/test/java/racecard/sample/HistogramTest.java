package racecard.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HistogramTest {
  private static final Histogram HUNDRED =
      new Histogram(new TreeMap<>(Map.of(1L, 50L, 2L, 40L, 3L, 9L, 4L, 1L)));

  @Test
  void a_percentile_is_the_smallest_length_that_so_many_did_not_exceed() {
    assertThat(HUNDRED.percentileNs(50)).hasValue(1);
    assertThat(HUNDRED.percentileNs(50.1)).hasValue(2);
    assertThat(HUNDRED.percentileNs(90)).hasValue(2);
    assertThat(HUNDRED.percentileNs(99)).hasValue(3);
    assertThat(HUNDRED.percentileNs(100)).hasValue(4);
    assertThat(HUNDRED.percentileNs(0)).hasValue(1);
  }

  @Test
  void nothing_counted_has_no_percentile() {
    assertThat(Histogram.EMPTY.percentileNs(50)).isEmpty();
  }

  @Test
  void two_histograms_together_count_both() {
    Histogram both = HUNDRED.plus(new Histogram(new TreeMap<>(Map.of(1L, 1L, 9L, 2L))));
    assertThat(both.count()).isEqualTo(103);
    assertThat(both.countByNs()).containsEntry(1L, 51L).containsEntry(9L, 2L);
  }
}
