package racecard.jvm.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import racecard.jvm.workload.Hash;
import racecard.jvm.workload.Power;
import racecard.jvm.workload.Sleep;

class RoundTest {
  private static final Strategy ONE_AFTER_ANOTHER =
      batch -> {
        for (int task = 0; task < batch.tasks(); task++) {
          batch.execute(task);
        }
      };

  @Test
  void a_repeated_round_adds_up_its_repeats() throws InterruptedException {
    Round round = new Round(new Power(7, 5), ONE_AFTER_ANOTHER, 1);

    assertThat(round.execute(1, true).checksum()).isEqualTo(16_807);
    assertThat(round.execute(3, true).checksum()).isEqualTo(3 * 16_807);
  }

  @Test
  void a_round_is_as_long_as_its_tasks() throws InterruptedException {
    Round.Result result = new Round(new Sleep(5_000), ONE_AFTER_ANOTHER, 4).execute(2, true);

    assertThat(result.wallNs()).isGreaterThanOrEqualTo(8 * 5_000_000L);
    Recording recording = Objects.requireNonNull(result.recording());
    assertThat(recording.service().count()).isEqualTo(8);
    assertThat(recording.service().minNs()).isGreaterThanOrEqualTo(5_000_000);
    assertThat(recording.submission().maxNs())
        .isBetween(4 * 5_000_000L, result.wallNs() - 4 * 5_000_000L);
  }

  @Test
  void the_timeline_is_that_of_the_last_repeat() throws InterruptedException {
    Round.Result result = new Round(new Sleep(2_000), ONE_AFTER_ANOTHER, 3).execute(5, true);

    Recording recording = Objects.requireNonNull(result.recording());
    assertThat(recording.tasks()).isEqualTo(3);
    long[] first = recording.rows(0, 1).getFirst();
    assertThat(first[0]).isBetween(0L, 4 * 2_000_000L);
    assertThat(recording.rows(2, 500)).hasSize(1);
  }

  @Test
  void nothing_is_recorded_unasked() throws InterruptedException {
    Round.Result result = new Round(new Sleep(0), ONE_AFTER_ANOTHER, 3).execute(1, false);

    assertThat(result.recording()).isNull();
    assertThat(result.checksum()).isZero();
  }

  @Test
  void failed_tasks_have_no_latency() throws InterruptedException {
    Strategy failing =
        batch -> {
          batch.execute(0);
          batch.begin(1);
          batch.fail(1, "on purpose");
        };

    Round.Result result = new Round(new Sleep(10), failing, 2).execute(1, true);

    assertThat(result.errors()).isEqualTo(1);
    assertThat(result.firstError()).isEqualTo("on purpose");
    assertThat(result.checksum()).isEqualTo(10);
    assertThat(Objects.requireNonNull(result.recording()).service().count()).isEqualTo(1);
  }

  @Test
  void a_very_long_error_is_cut() throws InterruptedException {
    Strategy failing = batch -> batch.fail(0, "x".repeat(100_000));

    Round.Result result = new Round(new Sleep(0), failing, 1).execute(1, false);

    assertThat(Objects.requireNonNull(result.firstError()).length()).isLessThan(1_000);
  }

  @Test
  void the_processor_time_of_computing_is_counted() throws InterruptedException {
    Round round = new Round(new Hash("n", 1 << 20, 20), ONE_AFTER_ANOTHER, 4);
    Round.Result result = round.execute(1, true);

    assertThat(result.counters().cpuNs()).isGreaterThan(result.wallNs() / 10);
    assertThat(result.memoryBytes()).isPositive();
    assertThat(result.threads()).isPositive();
    assertThat(result.processes()).isEqualTo(1);
  }

  @Test
  void the_oldest_timelines_give_way() {
    Recordings recordings = new Recordings();
    Histogram none = new Histogram();
    for (long round = 0; round < 10; round++) {
      recordings.keep(round, new Recording(new long[1 << 20], 4, none, none));
    }

    assertThat(recordings.find(0)).isNull();
    assertThat(recordings.find(9)).isNotNull();
    assertThatCode(() -> recordings.keep(10, new Recording(new long[10 << 20], 4, none, none)))
        .doesNotThrowAnyException();
    assertThat(recordings.find(10)).isNull();
  }

  @Test
  void memory_of_processes_is_that_of_those_alive_at_once() {
    Started started = new Started();
    started.processBegins();
    started.processBegins();
    started.processEnded(10);
    started.processBegins();
    started.processEnded(30);
    started.processEnded(20);

    assertThat(started.processes()).isEqualTo(3);
    assertThat(started.mostAlive()).isEqualTo(2);
    assertThat(started.memoryBytes()).isEqualTo(50);
  }
}
