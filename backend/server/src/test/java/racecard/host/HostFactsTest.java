package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HostFactsTest {
  @Test
  void this_machine_has_a_name_cores_memory_and_its_facts() {
    HostFacts host = HostFacts.read();
    assertThat(host.name()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    assertThat(host.cores()).isPositive();
    assertThat(host.memoryBytes()).isGreaterThan(1L << 28);
    assertThat(host.facts())
        .containsKeys("Usable cores", "Memory", "Kernel", "Architecture", "JDK")
        .doesNotContainValue("");
    assertThat(HostFacts.freeMemoryBytes()).isPositive();
  }

  @Test
  void noise_only_grows_and_what_is_not_told_stays_unknown() {
    Noise before = Noise.read();
    Noise after = Noise.read();
    assertThat(after.since(before).sequencedKeySet())
        .containsExactly("busy_ns", "steal_ns", "throttled_ns", "pressure_ns");
    assertThat(after.since(before).values())
        .allSatisfy(delta -> assertThat(delta == null || delta >= 0).isTrue());
    Noise nothing = new Noise(null, null, null, null);
    assertThat(after.since(nothing).values()).containsOnlyNulls();
  }
}
