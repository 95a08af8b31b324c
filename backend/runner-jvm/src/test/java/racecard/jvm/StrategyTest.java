package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.jvm.line.Message;

class StrategyTest {
  private static final List<String> ONE_AT_A_TIME = List.of("sequential", "event-loop-blocking");

  private static TestOrigin origin;

  @BeforeAll
  static void startOrigin() throws IOException, InterruptedException {
    origin = TestOrigin.start();
  }

  @AfterAll
  static void endOrigin() {
    origin.close();
  }

  static List<String> strategies() {
    return Asked.STRATEGIES;
  }

  @TestFactory
  Stream<DynamicTest> every_strategy_gives_the_right_checksum_for_every_workload() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String strategy : Asked.STRATEGIES) {
      for (Message vector : Contract.vectors("vectors")) {
        if (vector.number("tasks", 1, 100) == 10) {
          String name = strategy + " " + vector.text("workload");
          tests.add(DynamicTest.dynamicTest(name, () -> checksum(strategy, vector)));
        }
      }
    }
    return tests.stream();
  }

  private static void checksum(String strategy, Message vector) throws Exception {
    int tasks = vector.count("tasks", 1, 100);
    Message params = vector.message("params");
    Message prepare =
        Asked.prepare(strategy, vector.text("workload"), tasks, 4)
            .with("nonce", vector.text("nonce"))
            .with("params", params.with("limit_ms", 10_000L));
    if (vector.text("workload").equals("fetch")) {
      origin.configure(vector.text("nonce"), 1, params.number("body_bytes", 0, 1 << 20));
      prepare.with("origin", Asked.params().with("addresses", origin.addresses()));
    }
    try (Prepared prepared = Prepared.prepare(prepare)) {
      Message rounded = prepared.round(Asked.round(1, vector.number("repeats", 1, 10)));
      assertThat(rounded.fields().get("first_error")).isNull();
      assertThat(rounded.text("checksum")).isEqualTo(vector.text("checksum"));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void never_more_tasks_execute_at_once_than_are_allowed(String strategy) throws Exception {
    try (Prepared prepared = Prepared.prepare(Asked.sleep(strategy, 12, 3, 20_000))) {
      prepared.round(Asked.round(1));

      int effective = number(prepared.ready(), "effective_in_flight");
      assertThat(effective).isEqualTo(ONE_AT_A_TIME.contains(strategy) ? 1 : 3);
      assertThat(Timeline.of(prepared, 1).mostAtOnce()).isBetween(1, effective);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_task_is_handed_over_before_it_starts_and_starts_before_it_ends(String strategy)
      throws Exception {
    origin.configure(Asked.NONCE, 2, 100);
    try (Prepared prepared = Prepared.prepare(Asked.fetch(strategy, 6, 3, 3, origin))) {
      Message rounded = prepared.round(Asked.round(1, 2));

      Timeline timeline = Timeline.of(prepared, 1);
      assertThat(timeline.tasks()).hasSize(6);
      assertThat(timeline.tasks())
          .allSatisfy(task -> {
            List<Long> inOrder =
                List.of(task.get(0), task.get(1), task.get(3), task.get(4), task.get(5));
            assertThat(inOrder).isSorted().first().isNotEqualTo(-1L);
            assertThat(task.get(5)).isLessThanOrEqualTo(task.get(2));
            assertThat(task.get(2)).isLessThan(rounded.number("wall_ns", 1, Long.MAX_VALUE));
          });
    }
  }

  @Test
  void threads_starts_a_thread_for_each_task() throws Exception {
    Message rounded = rounded(Asked.sleep("threads", 20, 5, 1_000));

    assertThat(number(rounded, "threads_started")).isEqualTo(20);
  }

  @Test
  void a_thread_pool_starts_no_thread_within_a_round() throws Exception {
    Message rounded = rounded(Asked.sleep("thread-pool", 20, 5, 1_000));

    assertThat(number(rounded, "threads_started")).isZero();
  }

  @Test
  void virtual_threads_are_virtual() throws Exception {
    Message rounded = rounded(Asked.sleep("virtual-threads", 2_000, 2_000, 50_000));

    assertThat(number(rounded, "virtual_threads")).isEqualTo(2_000);
    assertThat(number(rounded, "threads")).isLessThan(200);
  }

  @Test
  void processes_starts_a_process_for_each_task() throws Exception {
    Message rounded = rounded(Asked.sleep("processes", 5, 2, 1_000));

    assertThat(number(rounded, "processes_started")).isEqualTo(5);
    assertThat(number(rounded, "processes")).isBetween(2, 3);
  }

  @Test
  void a_process_pool_starts_no_process_within_a_round() throws Exception {
    Message rounded = rounded(Asked.sleep("process-pool", 8, 2, 1_000));

    assertThat(number(rounded, "processes_started")).isZero();
    assertThat(number(rounded, "processes")).isEqualTo(3);
  }

  @Test
  void a_process_pool_counts_what_its_processes_compute() throws Exception {
    Message prepare =
        Asked.prepare("process-pool", "hash", 4, 1)
            .with("params", Asked.params().with("buffer_bytes", 1L << 20).with("repeats", 40L));
    Message rounded = rounded(prepare);

    long wallNs = rounded.number("wall_ns", 1, Long.MAX_VALUE);
    assertThat(rounded.number("cpu_ns", 0, Long.MAX_VALUE)).isGreaterThan(wallNs / 4);
  }

  @Test
  void an_event_loop_is_one_thread() throws Exception {
    try (Prepared prepared = Prepared.prepare(Asked.sleep("event-loop", 500, 500, 10_000))) {
      Message rounded = Message.read(prepared.round(Asked.round(1)).json());

      assertThat(number(rounded, "threads_started")).isZero();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().equals("event-loop"))
          .hasSize(1);
    }
  }

  @Test
  void a_blocked_event_loop_waits_for_one_task_after_another() throws Exception {
    try (Prepared prepared = Prepared.prepare(Asked.sleep("event-loop-blocking", 8, 8, 10_000))) {
      Message rounded = Message.read(prepared.round(Asked.round(1)).json());

      assertThat(rounded.number("wall_ns", 0, Long.MAX_VALUE)).isGreaterThan(8 * 10_000_000L);
      assertThat(Timeline.of(prepared, 1).mostAtOnce()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void pools_compute_on_no_more_threads_than_there_are_cores(String strategy) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean pool = List.of("thread-pool", "process-pool", "event-loop").contains(strategy);
    try (Prepared prepared = Prepared.prepare(Asked.power(strategy, cores + 3, cores + 3))) {
      prepared.round(Asked.round(1));

      int expected = ONE_AT_A_TIME.contains(strategy) ? 1 : pool ? cores : cores + 3;
      assertThat(number(prepared.ready(), "effective_in_flight")).isEqualTo(expected);
      assertThat(Timeline.of(prepared, 1).mostAtOnce()).isLessThanOrEqualTo(expected);
    }
  }

  private static Message rounded(Message prepare) throws InterruptedException {
    try (Prepared prepared = Prepared.prepare(prepare)) {
      prepared.round(Asked.round(1));
      return Message.read(prepared.round(Asked.round(2)).json());
    }
  }

  private static int number(Message message, String name) {
    return Message.read(message.json()).count(name, 0, Integer.MAX_VALUE);
  }
}
