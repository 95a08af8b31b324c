package racecard.web.safety;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecard.web.http.Refusal;

final class RateTest {
  private final Rate rate = new Rate(1, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8::1, 2001:db8:0:0:ffff::2",
    "[2001:db8:0:0:0:0:0:1], 2001:db8::3",
  })
  void one_host_has_one_minute_whatever_address_of_its_network_it_takes(String one, String other) {
    rate.spend(one, "tries");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> rate.spend(other, "tries"));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "2001:db8::1, 2001:db8:0:1::1",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2",
  })
  void another_host_has_its_own(String one, String other) {
    rate.spend(one, "tries");
    assertThatNoException().isThrownBy(() -> rate.spend(other, "tries"));
  }

  @Test
  void what_is_no_address_counts_as_it_stands() {
    rate.spend("unknown", "tries");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> rate.spend("unknown", "tries"));
  }
}
