package racecard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.report.Reporter;
import racecard.report.RunReport;
import racecard.report.StoredRun;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/** Files of other tools, read as runs. */
final class ForeignRunTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static final String JMH =
      """
      [{"jmhVersion": "1.37", "benchmark": "org.sample.Lists.concat", "mode": "MODE", "threads": 1,
        "params": {"size": "10"},
        "primaryMetric": {"score": 3, "scoreUnit": "UNIT", "rawData": [[2.5, 3.5], [3.25, 2.75]]}}]
      """;

  private FileRoom room;

  @BeforeEach
  void open() {
    room = new FileRoom(Rooms.real(DATABASE), DATABASE);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_file_of_hyperfine_becomes_a_run_with_its_times_and_no_verdict() throws IOException {
    Run run = room.add(ForeignFilesTest.recorded("hyperfine-1.15.0.json"));
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.workload()).isEqualTo("foreign");
    assertThat(run.contenders()).containsExactly("hyperfine/sleep-0-01", "hyperfine/sleep-0-02");
    assertThat(run.note()).contains("sleep-0-01: sleep 0.01");
    assertThat(Objects.requireNonNull(run.imported()).tool()).isEqualTo("hyperfine");
    assertThat(times(run, "hyperfine/sleep-0-01"))
        .containsExactly(14_828_045L, 14_913_064L, 11_956_159L, 11_959_515L, 11_977_389L);

    RunReport report = Reporter.on(room.rooms).of(run);
    assertThat(report.answer().text())
        .isEqualTo(
            "No verdict, since they were not measured in turns: by its median sleep-0-01 was"
                + " shortest with 12.0 ms, and sleep-0-02 took 2.02 times as long.");
    assertThat(Objects.requireNonNull(report.assessment()).comparison().placings())
        .allSatisfy(placing -> assertThat(placing.verdict()).isEqualTo(Verdict.NONE))
        .extracting(Placing::medianNs)
        .containsExactly(11_977_389.0, 24_152_349.0);
    assertThat(report.why()).first().asString().contains("half of them lie from");
  }

  @Test
  void a_file_of_pyperf_becomes_a_run_with_a_generation_for_each_process() throws IOException {
    Run run = room.add(ForeignFilesTest.recorded("pyperf-2.11.0.json"));
    assertThat(run.contenders()).containsExactly("pyperf/concat", "pyperf/sort");
    List<Sample> samples = room.rooms.samples.of(run.id());
    assertThat(samples).extracting(Sample::kind).contains(SampleKind.WARM_UP, SampleKind.MEASURED);
    assertThat(room.rooms.samples.generations(run.id())).hasSizeGreaterThan(2);
    assertThat(run.plan().tasks()).as("so that microseconds keep their digits").isEqualTo(10_000);
    assertThat(Reporter.on(room.rooms).of(run).host()).extracting("name").isEqualTo("tiny-box");
  }

  @ParameterizedTest
  @CsvSource({"avgt, ns/op, 2.5", "avgt, us/op, 2500", "ss, ms/op, 2500000", "thrpt, ops/us, 400"})
  void iterations_of_jmh_become_times_of_one_operation(String mode, String unit, double ns) {
    Run run = room.add(jmh(mode, unit));
    assertThat(run.contenders()).containsExactly("jmh/concat-size-10");
    assertThat(times(run, "jmh/concat-size-10")).hasSize(4);
    assertThat((double) times(run, "jmh/concat-size-10").getFirst() / run.plan().tasks())
        .isEqualTo(ns);
    assertThat(room.rooms.samples.generations(run.id())).hasSize(2);
  }

  @Test
  void a_mode_of_jmh_without_times_of_iterations_is_refused() {
    assertThatThrownBy(() -> room.add(jmh("sample", "ns/op")))
        .isInstanceOfSatisfying(
            BadFile.class,
            wrong -> {
              assertThat(wrong.place()).isEqualTo("/0/mode");
              assertThat(wrong.reason()).contains("only avgt, ss and thrpt");
            });
  }

  @Test
  void what_racecard_writes_for_other_tools_it_can_read_as_theirs() {
    String sequential = "jvm/sequential";
    String threads = "jvm/threads";
    Run run =
        StoredRun.of(room.rooms, StoredRun.plan(Workload.SLEEP, null, sequential, threads))
            .begin()
            .generations(3, Map.of(sequential, 1000.0, threads, 100.0))
            .done();
    RunFile file = room.file(run);
    for (byte[] foreign :
        List.of(ForeignFiles.jmh(file), ForeignFiles.pyperf(file), ForeignFiles.hyperfine(file))) {
      Run again = room.add(foreign);
      assertThat(again.contenders()).hasSize(2);
      assertThat(times(again, again.contenders().getLast())).hasSize(15).containsOnly(100_000_000L);
    }
  }

  @Test
  void an_imported_foreign_run_can_be_handed_on_as_a_file_of_racecard() throws IOException {
    Run run = room.add(ForeignFilesTest.recorded("hyperfine-1.15.0.json"));
    Run again = room.add(room.bytes(run));
    assertThat(Objects.requireNonNull(again.imported()).tool()).isEqualTo("hyperfine");
    assertThat(room.rooms.outcomes.of(again.id())).isEqualTo(room.rooms.outcomes.of(run.id()));
  }

  @Test
  void so_can_one_whose_times_lie_as_far_apart_as_times_can() {
    for (String times : List.of("3e-10", "8640000,3e-10", "8640000" + ",8640000".repeat(3_000))) {
      byte[] file =
          "{\"results\":[{\"command\":\"a\",\"times\":[1]},{\"command\":\"b\",\"times\":[%s]}]}"
              .formatted(times)
              .getBytes(StandardCharsets.UTF_8);
      Run run = room.add(file);
      Run again = room.add(room.bytes(run));
      assertThat(room.rooms.outcomes.of(again.id())).isEqualTo(room.rooms.outcomes.of(run.id()));
    }
  }

  @Test
  void so_can_one_whose_note_ends_within_a_character() {
    for (int before : List.of(9_879, 9_880)) {
      Run run = room.add(hyperfine("a".repeat(before) + "\uD83D\uDC0E".repeat(60), "b"));
      Run again = room.add(room.bytes(run));
      assertThat(again.note()).isEqualTo(run.note());
    }
  }

  @Test
  void a_benchmark_called_like_a_strategy_is_not_taken_for_one() {
    Run run = room.add(hyperfine("threads", "threads"));
    assertThat(run.contenders()).containsExactly("hyperfine/threads-2", "hyperfine/threads-3");
  }

  private static byte[] hyperfine(String one, String other) {
    return "{\"results\":[{\"command\":\"%s\",\"times\":[1.0]},{\"command\":\"%s\",\"times\":[2.0]}]}"
        .formatted(one, other)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] jmh(String mode, String unit) {
    return JMH.replace("MODE", mode).replace("UNIT", unit).getBytes(StandardCharsets.UTF_8);
  }

  private List<Long> times(Run run, String contender) {
    return room.rooms.samples.of(run.id()).stream()
        .filter(one -> one.contender().equals(contender) && one.kind() == SampleKind.MEASURED)
        .map(Sample::wallNs)
        .toList();
  }
}
