package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racecard.host.HostLimits;

final class LimitFindingsTest {
  @Test
  void a_limit_that_ten_thousand_tasks_would_hit_is_worth_a_look_with_the_command() {
    assertThat(LimitFindings.openFiles(new HostLimits.Pair(1_024, 524_288)).line())
        .startsWith("look  open files: 1,024, can be raised to 524,288 — ")
        .contains("ulimit -n 65536", "LimitNOFILE=65536");
    assertThat(LimitFindings.processes(new HostLimits.Pair(500, 500)).line())
        .startsWith("look  processes of this user: 500 — ");
    assertThat(LimitFindings.atLeast("pid_max", 10_200, 4_096, "sysctl x=y").line())
        .isEqualTo("look  pid_max: 4,096 — 10,000 tasks in flight need 10,200: sysctl x=y");
    assertThat(LimitFindings.ports(100).level()).isEqualTo(Finding.Level.LOOK);
  }

  @Test
  void a_generous_limit_is_told_and_nothing_more() {
    assertThat(LimitFindings.openFiles(new HostLimits.Pair(20_000, 20_000)).line())
        .isEqualTo("ok    open files: 20,000");
    assertThat(
            LimitFindings.processes(new HostLimits.Pair(HostLimits.NONE, HostLimits.NONE)).line())
        .isEqualTo("ok    processes of this user: no limit");
    assertThat(LimitFindings.ports(28_232).level()).isEqualTo(Finding.Level.OK);
  }

  @Test
  void little_memory_is_worth_a_look() {
    assertThat(LimitFindings.memory(3L << 30).line()).isEqualTo("ok    free memory: 3.0 GiB");
    assertThat(LimitFindings.memory(1L << 30).level()).isEqualTo(Finding.Level.LOOK);
  }

  @Test
  void what_the_system_does_not_tell_is_named_and_never_judged() {
    Findings findings = new Findings();
    LimitFindings.add(
        new HostLimits(null, null, null, null, null, null, null, null, null), findings);
    assertThat(findings.all()).isEmpty();
    assertThat(findings.untold())
        .containsExactly(
            "open files",
            "processes of this user",
            "threads-max",
            "pid_max",
            "max_map_count",
            "free memory",
            "ports to connect from");
  }

  @Test
  void a_control_group_is_judged_where_there_is_one() {
    Findings findings = new Findings();
    LimitFindings.add(
        new HostLimits(null, null, null, null, null, 512L, 4L << 30, null, null), findings);
    assertThat(findings.all())
        .extracting(Finding::line)
        .satisfiesExactly(
            processes ->
                assertThat(processes).startsWith("look  processes of the control group: 512"),
            memory -> assertThat(memory).isEqualTo("ok    memory of the control group: 4.0 GiB"));
  }
}
