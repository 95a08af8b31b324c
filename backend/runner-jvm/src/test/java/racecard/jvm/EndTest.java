package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.jvm.line.Message;

class EndTest {
  private static final long MINUTE_US = 60_000_000;
  private static final long GENEROUS_MS = 10_000;

  @ParameterizedTest
  @ValueSource(strings = {"processes", "process-pool"})
  void the_end_of_stdin_within_a_round_ends_child_and_grandchildren(String strategy)
      throws Exception {
    try (Child child = Child.runner()) {
      List<ProcessHandle> grandchildren = grandchildrenInARound(child, strategy);

      child.closeStdin();

      assertThat(child.status(2_000)).isEqualTo(1);
      assertThat(Await.until(() -> allEnded(grandchildren), 2_000)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"processes", "process-pool"})
  void killing_the_child_leaves_no_grandchild(String strategy) throws Exception {
    try (Child child = Child.runner()) {
      List<ProcessHandle> grandchildren = grandchildrenInARound(child, strategy);

      child.handle().destroyForcibly();

      assertThat(Await.until(() -> allEnded(grandchildren), 2_000)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"processes", "process-pool"})
  void bye_leaves_no_grandchild(String strategy) throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep(strategy, 2, 2, 1_000));
      child.ask(Asked.round(1));
      List<ProcessHandle> grandchildren = child.handle().descendants().toList();

      child.ask(Message.of("bye"));

      assertThat(child.status(GENEROUS_MS)).isZero();
      assertThat(Await.until(() -> allEnded(grandchildren), 2_000)).isTrue();
    }
  }

  @Test
  void the_child_ends_within_a_round_of_the_event_loop() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep("event-loop", 2, 2, MINUTE_US));
      child.send(Asked.round(1));

      child.closeStdin();

      assertThat(child.status(2_000)).isEqualTo(1);
    }
  }

  @Test
  void a_grandchild_that_is_killed_fails_its_task_only() throws Exception {
    try (Child child = Child.runner()) {
      List<ProcessHandle> grandchildren = grandchildrenInARound(child, "processes");

      grandchildren.forEach(ProcessHandle::destroyForcibly);

      Message rounded = child.answer();
      assertThat(rounded.count("errors", 0, 100)).isEqualTo(2);
      assertThat(rounded.text("first_error")).contains("a process ended before");
    }
  }

  @Test
  void a_pool_goes_on_without_a_process_that_was_killed() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep("process-pool", 6, 2, 500_000));
      child.send(Asked.round(1));
      child.handle().children().toList().getFirst().destroyForcibly();

      Message rounded = child.answer();
      assertThat(rounded.count("errors", 0, 100)).isEqualTo(1);
      assertThat(rounded.number("cpu_ns", 0, Long.MAX_VALUE)).isPositive();
      Message next = child.ask(Asked.round(2));
      assertThat(next.count("errors", 0, 100)).isZero();
      assertThat(next.count("processes", 0, 100)).isEqualTo(2);
    }
  }

  @Test
  void a_pool_whose_processes_were_all_killed_fails_its_tasks() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep("process-pool", 6, 2, MINUTE_US));
      child.send(Asked.round(1));
      child.handle().children().forEach(ProcessHandle::destroyForcibly);

      assertThat(child.answer().count("errors", 0, 100)).isEqualTo(6);
      assertThat(child.ask(Asked.round(2)).count("errors", 0, 100)).isEqualTo(6);
    }
  }

  @Test
  void what_the_workload_prints_never_reaches_the_protocol() throws Exception {
    try (Child child = Child.start(Chatty.class.getName())) {
      child.answer();
      child.ask(Asked.sleep("threads", 10, 10, 20_000));
      for (int round = 0; round < 5; round++) {
        assertThat(child.ask(Asked.round(round)).text("type")).isEqualTo("rounded");
      }
    }
  }

  private static List<ProcessHandle> grandchildrenInARound(Child child, String strategy)
      throws IOException, InterruptedException {
    assertThat(child.ask(Asked.sleep(strategy, 2, 2, MINUTE_US)).text("type")).isEqualTo("ready");
    child.send(Asked.round(1));
    assertThat(
            Await.until(
                () -> child.handle().children().filter(EndTest::isJava).count() == 2, GENEROUS_MS))
        .isTrue();
    return child.handle().descendants().toList();
  }

  // For a moment a started process is still the JDK's own helper that executes the program.
  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/java");
  }

  private static boolean allEnded(List<ProcessHandle> processes) {
    return processes.stream().noneMatch(EndTest::runs);
  }

  // An orphan that has ended stays in the process table until init looks at it, a second or more.
  private static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return process.isAlive();
    }
  }
}
