package racecard.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessTest {
  @Test
  void buckets_are_those_of_the_protocol() throws IOException {
    List<FlatJson> vectors = Vectors.with("index");
    assertThat(vectors).hasSize(12);
    for (FlatJson vector : vectors) {
      assertThat(Lateness.index(Long.parseLong(vector.text("value"))))
          .isEqualTo((int) vector.number("index", 0, 10_000));
    }
  }

  @Test
  void quantiles_are_known_to_one_percent() {
    Lateness lateness = new Lateness();
    for (int i = 1; i <= 1_000; i++) {
      lateness.add(i * 1_000L);
    }

    assertThat(lateness.quantileNs(0.5)).isBetween(500_000L, 505_000L);
    assertThat(lateness.quantileNs(0.95)).isBetween(950_000L, 960_000L);
    assertThat(lateness.quantileNs(1)).isEqualTo(1_000_000);
    assertThat(lateness.maxNs()).isEqualTo(1_000_000);
  }

  @Test
  void nothing_counted_is_unknown() {
    Lateness lateness = new Lateness();
    lateness.add(5);
    lateness.clear();

    assertThat(lateness.quantileNs(0.5)).isNull();
    assertThat(lateness.maxNs()).isNull();
  }
}
