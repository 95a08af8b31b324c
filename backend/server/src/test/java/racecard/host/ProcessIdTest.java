package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProcessIdTest {
  @Test
  void a_process_is_the_same_until_it_ends() throws Exception {
    Process process = sleeper();
    ProcessId id = ProcessId.of(process.pid()).orElseThrow();
    assertThat(id).isEqualTo(ProcessId.of(process.pid()).orElseThrow());
    assertThat(id.started()).hasSizeBetween(3, 40);
    assertThat(id.isAlive()).isTrue();

    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(id.isAlive()).isFalse();
  }

  @Test
  void a_later_process_of_the_same_number_is_another() {
    ProcessId self = ProcessId.self();
    assertThat(self.isAlive()).isTrue();
    assertThat(new ProcessId(self.pid(), self.started() + "1").isAlive()).isFalse();
    assertThat(new ProcessId(self.pid(), "").isAlive()).isFalse();
  }

  @Test
  void processes_are_found_by_their_environment() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().put("RACECARD_TEST_MARK", "here: é");
    Process process = builder.start();
    try {
      ProcessId id = ProcessId.of(process.pid()).orElseThrow();
      assertThat(ProcessId.marked("RACECARD_TEST_MARK"))
          .containsExactly(new ProcessId.Marked(id, "here: é"));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_name_with_spaces_and_parentheses_does_not_shift_the_numbers() {
    String line = "42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 10 20 30 40 20 0 1 0 123456 1000 10";
    assertThat(ProcessStat.parse(42, line)).contains(new ProcessStat(42, 7, false, 123_456, 100));
    assertThat(ProcessStat.parse(42, "42 (short) S 7")).isEmpty();
  }

  @Test
  void a_tree_counts_the_time_of_what_it_started() throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; read x'")
            .start();
    try {
      OptionalLong cpu = OptionalLong.of(0);
      for (int i = 0; i < 3_000 && cpu.orElse(1) < 3 * Noise.TICK_NS; i++) {
        cpu = ProcessTable.read().cpuNs(List.of(shell.pid()));
      }
      assertThat(cpu.orElseThrow()).isGreaterThanOrEqualTo(3 * Noise.TICK_NS);
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder("sleep", "600").start();
  }
}
