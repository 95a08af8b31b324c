package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.exchange.FileRoom;
import racecard.exchange.RunFile;
import racecard.exchange.RunFileReader;
import racecard.exchange.RunFileWriter;
import racecard.queue.JobState;
import racecard.run.MoreMeasured;
import racecard.run.Run;
import racecard.sample.Measured;
import racecard.sample.Outcome;
import racecard.statistics.Assessment;
import racecard.statistics.Verdict;

/** The same rounds and the same seed give the same verdict, byte for byte, wherever they are. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class RecountTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void what_was_really_measured_gives_the_same_bytes_again_also_after_import() {
    try (AtWork work = AtWork.on(DATABASE)) {
      FileRoom room = new FileRoom(work.rooms, DATABASE);
      Run run = measured(work, Workload.SLEEP, Map.of("sleep_ms", 4L));
      isTheSame(room.file(run));
      Run imported = room.add(room.bytes(run));
      isTheSame(room.file(imported));
      assertThat(room.asWhereItCameFrom(imported)).isEqualTo(room.bytes(run));

      assertThat(work.rooms.runs.measureMore(run.publicId(), 1, 1_000))
          .isInstanceOf(MoreMeasured.Queued.class);
      assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
      isTheSame(room.file(run));
    }
  }

  @Test
  void so_does_computing_with_a_control_and_waiting_with_jitter() {
    try (AtWork work = AtWork.on(DATABASE)) {
      FileRoom room = new FileRoom(work.rooms, DATABASE);
      isTheSame(room.file(measured(work, Workload.POWER, Map.of("exponent", 20_000L))));
      isTheSame(
          room.file(
              measured(
                  work,
                  Workload.FETCH,
                  Map.of("urls_per_task", 1L, "delay_ms", 3L, "jitter_ms", 5L))));
    }
  }

  @Test
  void another_time_in_a_round_gives_another_verdict() {
    try (AtWork work = AtWork.on(DATABASE)) {
      FileRoom room = new FileRoom(work.rooms, DATABASE);
      RunFile file = room.file(measured(work, Workload.SLEEP, Map.of("sleep_ms", 3L)));
      String text = new String(RunFileWriter.write(file), StandardCharsets.UTF_8);
      String forged =
          text.replaceAll(
              "(\"contender\":\"jvm/virtual-threads\",\"kind\":\"measured\"[^}]*?\"wall_ns\":)",
              "$19");
      RunFile read = RunFileReader.read(forged.getBytes(StandardCharsets.UTF_8));
      assertThat(recounted(read)).isNotEqualTo(stored(read).summaryJson());
      assertThat(again(read).comparison().placing("jvm/virtual-threads").orElseThrow().verdict())
          .isNotEqualTo(Verdict.FASTER);
    }
  }

  private static Run measured(AtWork work, Workload workload, Map<String, Long> numbers) {
    Run run =
        work.submit(
            AtWork.plan(
                workload, numbers, 8, "jvm/sequential", "jvm/virtual-threads", "jvm/sequential#2"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    return run;
  }

  private static void isTheSame(RunFile file) {
    assertThat(recounted(file)).isEqualTo(stored(file).summaryJson());
  }

  private static Outcome stored(RunFile file) {
    return file.measured().outcomes().getFirst().outcome();
  }

  private static String recounted(RunFile file) {
    return Outcome.of(0, again(file)).summaryJson();
  }

  private static Assessment again(RunFile file) {
    List<Measured.CellOutcome> outcomes = file.measured().outcomes();
    return Recount.of(file.jobs().getLast(), file.measured(), outcomes.getFirst());
  }
}
