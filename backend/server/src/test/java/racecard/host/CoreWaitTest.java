package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoreWaitTest {
  @TempDir private Path root;

  @Test
  void the_thread_that_waited_longest_counts() throws IOException {
    Tree tree =
        new Tree(root)
            .with("proc/7/task/7/schedstat", "500 100 3\n")
            .with("proc/7/task/8/schedstat", "900 50 3\n");
    CoreWait before = CoreWait.read(tree.toString(), 7);
    tree.with("proc/7/task/7/schedstat", "600 130 4\n").with("proc/7/task/9/schedstat", "1 4 1\n");
    assertThat(CoreWait.read(tree.toString(), 7).sinceNs(before)).hasValue(30);
  }

  @Test
  void a_kernel_that_counts_nothing_is_not_taken_for_a_quiet_one() throws IOException {
    Tree tree = new Tree(root).with("proc/7/task/7/schedstat", "0 0 0\n");
    CoreWait before = CoreWait.read(tree.toString(), 7);
    assertThat(CoreWait.read(tree.toString(), 7).sinceNs(before)).isEmpty();
    assertThat(CoreWait.read(tree.toString(), 8).sinceNs(before)).isEmpty();
  }
}
