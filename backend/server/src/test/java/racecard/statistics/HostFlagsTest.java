package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HostFlagsTest {
  private static final double[] STEADY = {100, 101, 99, 100, 100, 101, 99, 100, 100};
  private static final List<Double> SPINS = List.of(4e6, 4.1e6, 4.2e6, 4e6, 4.1e6, 4.2e6, 4e6);

  @Test
  void a_quiet_host_raises_no_flag() {
    assertThat(HostFlags.of(new HostNoise(0.05, 0.01, 0.01, 0.05, SPINS), STEADY)).isEmpty();
  }

  @Test
  void each_disturbance_is_told_with_its_share_and_is_severe_when_large() {
    List<Flag> some = HostFlags.of(noise(0.06, 0.02, 0.02, 0), STEADY);
    assertThat(some).extracting(Flag::kind).containsExactly("HOST_BUSY", "STEAL", "THROTTLED");
    assertThat(some).noneMatch(Flag::severe);
    assertThat(some.getFirst().evidence()).containsOnlyKeys("foreign_cpu");
    assertThat(some.getFirst().evidence()).containsEntry("foreign_cpu", 0.06);
    assertThat(some.getLast().message()).contains("2.0 % of all cores' time");

    assertThat(HostFlags.of(noise(0.21, 0.06, 0.06, 0), STEADY)).hasSize(3).allMatch(Flag::severe);
  }

  @Test
  void waiting_for_a_core_that_nobody_seen_used_is_a_busy_host_too() {
    assertThat(HostFlags.of(noise(0, 0, 0, 0.07), STEADY))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo("HOST_BUSY");
          assertThat(flag.message()).contains("waited for one in 7 %");
          assertThat(flag.evidence()).containsEntry("core_wait", 0.07);
          assertThat(flag.severe()).isFalse();
        });
    assertThat(HostFlags.of(noise(0, 0, 0, 0.21), STEADY)).singleElement().matches(Flag::severe);
  }

  @Test
  void the_same_work_that_takes_longer_at_times_is_told() {
    List<Double> slower = Stream.concat(SPINS.stream(), Stream.of(5e6, 5e6, 5e6)).toList();
    assertThat(HostFlags.of(new HostNoise(0, 0, 0, 0, slower), STEADY))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo("SLOWED");
          assertThat(flag.message()).contains("25 % more CPU time");
        });
  }

  @Test
  void one_hiccup_of_the_same_work_says_nothing() {
    List<Double> hiccup =
        Stream.concat(Collections.nCopies(11, 4e6).stream(), Stream.of(9e6)).toList();
    assertThat(HostFlags.of(new HostNoise(0, 0, 0, 0, hiccup), STEADY)).isEmpty();
    assertThat(Slowdown.share(List.of(4e6, 4e6, 9e6, 9e6, 9e6))).isZero();
  }

  @Test
  void a_baseline_that_became_slower_is_told_and_not_severe() {
    double[] slower = {100, 100, 100, 105, 105, 105, 112, 112, 112};
    assertThat(HostFlags.of(noise(0, 0, 0, 0), slower))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo("DRIFT");
          assertThat(flag.message()).contains("12 % slower");
          assertThat(flag.severe()).isFalse();
        });
  }

  @Test
  void a_clock_is_told_when_it_is_coarse_or_slow_to_read() {
    assertThat(HostFlags.clock("hpet", 70)).get().extracting(Flag::kind).isEqualTo("CLOCK");
    assertThat(HostFlags.clock("", 1_000_000))
        .get()
        .satisfies(flag -> assertThat(flag.message()).contains("in steps of 1.0 ms"));
    assertThat(HostFlags.clock("tsc", 25)).isEmpty();
    assertThat(HostFlags.clock("", 41)).as("a kernel that does not tell its source").isEmpty();
  }

  private static HostNoise noise(double foreign, double steal, double throttled, double waited) {
    return new HostNoise(foreign, steal, throttled, waited, List.of());
  }
}
