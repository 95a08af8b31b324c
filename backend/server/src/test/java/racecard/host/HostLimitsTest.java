package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HostLimitsTest {
  @Test
  void a_line_of_limits_has_the_one_in_force_and_the_most() {
    assertThat(HostLimits.pair("1024                 524288               files"))
        .hasValue(new HostLimits.Pair(1_024, 524_288));
    assertThat(HostLimits.pair("unlimited            unlimited            processes"))
        .hasValue(new HostLimits.Pair(HostLimits.NONE, HostLimits.NONE));
    assertThat(HostLimits.pair("strange")).isEmpty();
  }

  @Test
  void a_range_of_ports_is_counted_with_both_ends() {
    assertThat(HostLimits.ports("32768\t60999")).hasValue(28_232L);
    assertThat(HostLimits.ports("none")).isEmpty();
  }

  @Test
  void steal_is_a_share_of_all_time_up_to_that_column() {
    assertThat(NoiseSources.stolen("cpu  50 0 20 20 0 0 0 10 999 999")).isEqualTo(0.1);
    assertThat(NoiseSources.stolen("cpu  50 0 20 20")).isZero();
    assertThat(NoiseSources.stolen("cpu  0 0 0 0 0 0 0 0 0 0")).isZero();
  }

  @Test
  void this_machine_can_be_read() {
    HostLimits limits = HostLimits.read();
    assertThat(limits.openFiles() == null || limits.openFiles().soft() > 0).isTrue();
    assertThat(limits.freeMemoryBytes() == null || limits.freeMemoryBytes() > 0).isTrue();
    NoiseSources noise = NoiseSources.read();
    assertThat(noise.load() == null || noise.load() >= 0).isTrue();
    assertThat(noise.stolen() == null || noise.stolen() <= 1).isTrue();
  }
}
