package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class SpinProbeTest {
  @Test
  void the_same_work_takes_some_milliseconds_and_is_told_for_a_million_steps() {
    SpinProbe probe = SpinProbe.calibrated();
    SpinProbe.Spin spin = probe.spin();
    assertThat(spin.spentNs()).isBetween(1_000_000L, 1_000_000_000L);
    assertThat(spin.wallNs()).isPositive();
    assertThat(spin.cpuNs()).isNotNull().isPositive();
  }

  @Test
  void a_thread_that_is_not_told_its_cpu_time_has_none()
      throws InterruptedException, ExecutionException {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      SpinProbe.Spin spin = virtual.submit(() -> SpinProbe.calibrated().spin()).get();
      assertThat(spin.cpuNs()).isNull();
      assertThat(spin.wallNs()).isPositive();
    }
  }

  @Test
  void this_clock_moves_in_steps_of_less_than_a_millisecond() {
    assertThat(ClockFacts.read().grainNs()).isBetween(1L, 1_000_000L);
  }
}
