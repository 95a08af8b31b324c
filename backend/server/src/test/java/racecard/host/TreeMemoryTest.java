package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class TreeMemoryTest {
  @Test
  void pages_that_a_process_shares_with_what_it_started_count_in_parts() throws Exception {
    // A shell that waits for its own copy: both map the same program and libraries.
    Process shell = new ProcessBuilder("sh", "-c", "(read there); read here").start();
    try {
      TreeMemory memory = TreeMemory.read(shell.pid()).orElseThrow();
      while (memory.processes() < 2) {
        assertThat(shell.isAlive()).isTrue();
        memory = TreeMemory.read(shell.pid()).orElseThrow();
      }
      assertThat(memory.pssBytes()).isPositive().isLessThan(memory.rssBytes());
    } finally {
      end(shell);
    }
  }

  @Test
  void what_is_gone_takes_nothing() throws Exception {
    Process shell = new ProcessBuilder("true").start();
    shell.waitFor();
    assertThat(TreeMemory.read(shell.pid())).isEmpty();
  }

  private static void end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
