package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.jvm.line.Message;
import racecard.jvm.line.Refusal;

class LimitsTest {
  private static final HostLimits ROOMY = new HostLimits(1 << 20, 1 << 20, 1L << 45);

  @Test
  void more_downloads_than_open_files_are_refused_with_the_remedy() {
    Message refused = refused(new HostLimits(1_024, 1 << 20, 1L << 45), fetch("event-loop", 4_000));

    assertThat(refused.text("kind")).isEqualTo("TOO_FEW_FILES");
    assertThat(refused.text("message")).contains("4,000 downloads", "1,024");
    assertThat(refused.text("remedy")).contains("ulimit -n 4100", "at most 924");
  }

  @Test
  void sequential_downloads_need_one_file_however_many_there_are() {
    assertAllowed(new HostLimits(1_024, 1 << 20, 1L << 45), fetch("sequential", 4_000));
  }

  @Test
  void waiting_needs_no_file() {
    for (long files : List.of(1_024L, 50L)) {
      assertAllowed(
          new HostLimits(files, 1 << 20, 1L << 45), Asked.sleep("event-loop", 4_000, 4_000, 1));
    }
  }

  @Test
  void more_than_256_processes_are_refused() {
    for (String strategy : List.of("processes", "process-pool")) {
      assertAllowed(ROOMY, Asked.sleep(strategy, 256, 256, 1));
      assertThat(refused(ROOMY, Asked.sleep(strategy, 4_000, 257, 1)).text("kind"))
          .isEqualTo("TOO_MANY_PROCESSES");
    }
  }

  @Test
  void processes_that_need_over_half_of_the_free_memory_are_refused() {
    HostLimits twoGiB = new HostLimits(1 << 20, 1 << 20, 2L << 30);
    assertAllowed(twoGiB, Asked.sleep("processes", 16, 16, 1));
    assertThat(refused(twoGiB, Asked.sleep("processes", 17, 17, 1)).text("kind"))
        .isEqualTo("NOT_ENOUGH_MEMORY");
    assertThat(refused(twoGiB, Asked.power("processes", 5, 5)).text("remedy"))
        .contains("at most 4 in flight");
  }

  @Test
  void more_threads_than_the_host_allows_are_refused() {
    HostLimits few = new HostLimits(1 << 20, 5_000, 1L << 45);
    assertAllowed(few, Asked.sleep("virtual-threads", 100_000, 100_000, 1));
    assertThat(refused(few, Asked.sleep("threads", 100_000, 5_000, 1)).text("kind"))
        .isEqualTo("TOO_MANY_THREADS");
  }

  @Test
  void a_child_with_few_files_says_so_before_it_measures() throws Exception {
    try (Child child = Child.withFiles(300)) {
      child.answer();
      Message refused = child.ask(fetch("virtual-threads", 10_000));

      assertThat(refused.text("type")).isEqualTo("refused");
      assertThat(refused.text("kind")).isEqualTo("TOO_FEW_FILES");
    }
  }

  @Test
  void a_buffer_that_does_not_fit_the_heap_is_refused() throws Exception {
    Message params = Asked.params().with("buffer_bytes", 1L << 30).with("repeats", 1L);
    try (Child child = Child.runner()) {
      Message refused = child.ask(Asked.prepare("sequential", "hash", 1, 1).with("params", params));

      assertThat(refused.text("kind")).isEqualTo("NOT_ENOUGH_MEMORY");
    }
  }

  @Test
  void the_first_number_of_a_limits_line_is_its_soft_limit() {
    assertThat(HostLimits.firstNumber("Max processes      96365   96365  processes"))
        .isEqualTo(96_365);
    assertThat(HostLimits.firstNumber("max")).isEqualTo(Long.MAX_VALUE);
  }

  private static Message fetch(String strategy, int tasks) {
    Message target = Asked.params().with("address", "127.0.0.1").with("port", 1L);
    target.with("host", "localhost").with("path", "/");
    return Asked.prepare(strategy, "fetch", tasks, tasks)
        .with("params", Asked.params().with("limit_ms", 1_000L))
        .with("targets", List.of(target.fields()));
  }

  private static Message refused(HostLimits host, Message prepare) {
    Refusal[] refusal = new Refusal[1];
    assertThatThrownBy(() -> new Limits(host).check(Setting.read(prepare)))
        .isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
    return refusal[0].toMessage();
  }

  private static void assertAllowed(HostLimits host, Message prepare) {
    assertThatCode(() -> new Limits(host).check(Setting.read(prepare))).doesNotThrowAnyException();
  }
}
