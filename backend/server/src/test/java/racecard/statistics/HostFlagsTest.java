package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HostFlagsTest {
  private static final double[] STEADY = {100, 101, 99, 100, 100, 101, 99, 100, 100};

  @Test
  void a_quiet_host_raises_no_flag() {
    assertThat(HostFlags.of(0.05, 0.01, 0.01, STEADY)).isEmpty();
  }

  @Test
  void each_disturbance_is_told_with_its_share_and_is_severe_when_large() {
    List<Flag> some = HostFlags.of(0.06, 0.02, 0.02, STEADY);
    assertThat(some).extracting(Flag::kind).containsExactly("HOST_BUSY", "STEAL", "THROTTLED");
    assertThat(some).noneMatch(Flag::severe);
    assertThat(some.getFirst().evidence()).containsEntry("foreign_cpu", 0.06);
    assertThat(some.getLast().message()).contains("2.0 % of all cores' time");

    assertThat(HostFlags.of(0.21, 0.06, 0.06, STEADY)).hasSize(3).allMatch(Flag::severe);
  }

  @Test
  void a_baseline_that_became_slower_is_told_and_not_severe() {
    double[] slower = {100, 100, 100, 105, 105, 105, 112, 112, 112};
    assertThat(HostFlags.of(0, 0, 0, slower))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo("DRIFT");
          assertThat(flag.message()).contains("12 % slower");
          assertThat(flag.severe()).isFalse();
        });
  }
}
