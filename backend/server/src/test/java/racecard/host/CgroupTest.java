package racecard.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CgroupTest {
  private static final String V2 = "sys/fs/cgroup/";

  @TempDir private Path root;

  @Test
  void version_2_counts_what_the_group_and_those_around_it_held_back() throws IOException {
    Tree tree =
        new Tree(root)
            .with("proc/self/cgroup", "0::/work.slice/job:1\n")
            .with(V2 + "cpu.stat", "usage_usec 9\n")
            .with(V2 + "work.slice/cpu.stat", "usage_usec 9\nnr_throttled 2\nthrottled_usec 70\n")
            .with(V2 + "work.slice/cpu.max", "150000 100000\n")
            .with(V2 + "work.slice/memory.max", "1000\n")
            .with(V2 + "work.slice/memory.current", "400\n")
            .with(V2 + "work.slice/job:1/cpu.stat", "throttled_usec 5\n")
            .with(V2 + "work.slice/job:1/cpu.max", "max 100000\n")
            .with(V2 + "work.slice/job:1/memory.max", "max\n")
            .with(V2 + "work.slice/job:1/pids.max", "64\n");
    Cgroup cgroup = new Cgroup(tree.toString());
    assertThat(cgroup.throttledNs()).hasValue(75_000L);
    assertThat(cgroup.quota()).hasValue("1.50 cores");
    assertThat(cgroup.memoryLimitBytes()).hasValue(1_000L);
    assertThat(cgroup.memoryLeftBytes()).hasValue(600L);
    assertThat(cgroup.mostProcesses()).hasValue(64L);
  }

  @Test
  void version_2_in_a_container_shows_the_own_group_at_the_mount() throws IOException {
    Tree tree =
        new Tree(root)
            .with("proc/self/cgroup", "0::/docker/abc\n")
            .with(V2 + "cpu.stat", "throttled_usec 3\n")
            .with(V2 + "cpu.max", "50000 100000\n");
    Cgroup cgroup = new Cgroup(tree.toString());
    assertThat(cgroup.throttledNs()).hasValue(3_000L);
    assertThat(cgroup.quota()).hasValue("0.50 cores");
  }

  @Test
  void version_1_is_read_where_controllers_share_a_hierarchy() throws IOException {
    Tree tree =
        new Tree(root)
            .with("proc/self/cgroup", "7:memory:/docker/a\n4:cpu,cpuacct:/docker/a\n0::/\n")
            .with(V2 + "cpu/docker/a/cpu.stat", "nr_periods 4\nthrottled_time 8000\n")
            .with(V2 + "cpu/docker/a/cpu.cfs_quota_us", "200000\n")
            .with(V2 + "cpu/docker/a/cpu.cfs_period_us", "100000\n")
            .with(V2 + "cpu/cpu.cfs_quota_us", "-1\n")
            .with(V2 + "cpu/cpu.cfs_period_us", "100000\n")
            .with(V2 + "memory/docker/a/memory.limit_in_bytes", "9223372036854771712\n");
    Cgroup cgroup = new Cgroup(tree.toString());
    assertThat(cgroup.throttledNs()).hasValue(8_000L);
    assertThat(cgroup.quota()).hasValue("2.00 cores");
    assertThat(cgroup.memoryLimitBytes()).isEmpty();
  }

  @Test
  void what_a_system_does_not_tell_is_empty_and_never_zero() {
    Cgroup cgroup = new Cgroup(root.toString());
    assertThat(cgroup.throttledNs()).isEmpty();
    assertThat(cgroup.quota()).isEmpty();
    assertThat(cgroup.memoryLeftBytes()).isEmpty();
    assertThat(cgroup.mostProcesses()).isEmpty();
    Noise noise = Noise.read(root.toString(), cgroup);
    assertThat(noise).isEqualTo(new Noise(null, null, null, null));
    assertThat(noise.since(noise)).hasSize(4).allSatisfy((_, moved) -> assertThat(moved).isNull());
  }

  @Test
  void noise_is_read_from_what_linux_shows() throws IOException {
    Tree tree =
        new Tree(root)
            .with("proc/stat", "cpu  100 5 20 900 7 1 2 3 50 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n")
            .with("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=12\n");
    assertThat(Noise.read(tree.toString(), new Cgroup(tree.toString())))
        .isEqualTo(new Noise(1_280_000_000L, 30_000_000L, null, 12_000L));
  }
}
