package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.exchange.FileRoom;
import racecard.exchange.RunFile;
import racecard.exchange.RunFileReader;
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
  private static final AtWork WORK = AtWork.on(DATABASE);
  private static final FileRoom ROOM = new FileRoom(WORK.rooms, DATABASE);

  private static Run waited;
  private static String waitedText;

  @BeforeAll
  static void measure() {
    waited = measured(Workload.SLEEP, Map.of("sleep_ms", 4L));
    waitedText = new String(ROOM.bytes(waited), StandardCharsets.UTF_8);
  }

  @AfterAll
  static void close() {
    WORK.close();
    DATABASE.close();
  }

  @Test
  void what_was_really_measured_gives_the_same_bytes_again_also_after_import() {
    isTheSame(ROOM.file(waited));
    Run imported = ROOM.add(ROOM.bytes(waited));
    isTheSame(ROOM.file(imported));
    assertThat(ROOM.asWhereItCameFrom(imported)).isEqualTo(ROOM.bytes(waited));

    assertThat(WORK.rooms.runs.measureMore(waited.publicId(), 1, 1_000))
        .isInstanceOf(MoreMeasured.Queued.class);
    assertThat(WORK.end(waited).state()).isEqualTo(JobState.DONE);
    isTheSame(ROOM.file(waited));
  }

  @Test
  void so_does_computing_with_a_control_and_waiting_with_jitter() {
    isTheSame(ROOM.file(measured(Workload.POWER, Map.of("exponent", 20_000L))));
    isTheSame(
        ROOM.file(
            measured(
                Workload.FETCH, Map.of("urls_per_task", 1L, "delay_ms", 3L, "jitter_ms", 5L))));
  }

  @Test
  void another_time_in_a_round_gives_another_verdict() {
    RunFile read =
        read(
            waitedText.replaceAll(
                "(\"contender\":\"jvm/virtual-threads\",\"kind\":\"measured\"[^}]*?\"wall_ns\":)",
                "$19"));
    assertThat(recounted(read)).isNotEqualTo(stored(read).summaryJson());
    assertThat(again(read).comparison().placing("jvm/virtual-threads").orElseThrow().verdict())
        .isNotEqualTo(Verdict.FASTER);
  }

  @Test
  void who_was_given_up_after_the_verdict_was_kept_is_in_it_still() {
    String measured =
        "\"contender\":\"jvm/virtual-threads\",\"status\":\"measured\",\"reason\":null";
    assertThat(waitedText).contains(measured);
    isTheSame(
        read(
            waitedText.replace(
                measured,
                "\"contender\":\"jvm/virtual-threads\",\"status\":\"failed\",\"reason\":\"it ended\"")));
  }

  private static RunFile read(String text) {
    return RunFileReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Run measured(Workload workload, Map<String, Long> numbers) {
    Run run =
        WORK.submit(
            AtWork.plan(
                workload, numbers, 8, "jvm/sequential", "jvm/virtual-threads", "jvm/sequential#2"));
    assertThat(WORK.end(run).state()).isEqualTo(JobState.DONE);
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
