package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import racecard.queue.Attempt;
import racecard.queue.AttemptEnding;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.run.RunFilter;
import racecard.run.RunOrder;
import tools.jackson.databind.JsonNode;

/** The whole program told to stop while it measures, and started again on the same data. */
final class GracefulStopIT {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  // A round of one after another takes a second and one of threads a tenth.
  private static final String SHORT_ROUNDS =
      "{\"workload\":\"sleep\",\"params\":{\"sleep_ms\":100},\"tasks\":10,\"precision\":\"quick\","
          + "\"contenders\":[\"jvm/sequential\",\"jvm/threads\"]}";
  private static final String LONG_ROUNDS =
      "{\"workload\":\"sleep\",\"params\":{\"sleep_ms\":18000},\"tasks\":1,\"precision\":\"quick\","
          + "\"contenders\":[\"jvm/sequential\",\"jvm/processes\"]}";

  @TempDir private Path data;

  /** How a person or a program stops it. */
  enum Signal {
    SIGTERM(128 + 15) {
      @Override
      boolean stops(ServerProcess server) throws Exception {
        return server.terminate(STOP_LIMIT);
      }
    },
    CTRL_C(128 + 2) {
      @Override
      boolean stops(ServerProcess server) throws Exception {
        return server.interrupt(STOP_LIMIT);
      }
    };

    private final int exitValue;

    Signal(int exitValue) {
      this.exitValue = exitValue;
    }

    abstract boolean stops(ServerProcess server) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void a_job_is_handed_back_and_the_next_start_goes_on_with_what_was_finished(Signal signal)
      throws Exception {
    String run;
    List<String> finished;
    try (ServerProcess server = ServerProcess.start(data)) {
      run = server.submit(SHORT_ROUNDS);
      until("a second generation", () -> !rounds(server, run, 2).isEmpty());
      finished = rounds(server, run, 1);
      stop(server, signal);
    }
    isHandedBack();
    try (ServerProcess again = ServerProcess.start(data)) {
      until("the end", () -> again.get("/api/v1/runs/" + run).hasNonNull("finished_at"));
      assertThat(again.get("/api/v1/runs/" + run).path("state").asString()).isEqualTo("done");
      assertThat(rounds(again, run, 1)).hasSizeGreaterThanOrEqualTo(10).isEqualTo(finished);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_round_that_would_take_longer_is_not_waited_for(Signal signal) throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      String run = server.submit(LONG_ROUNDS);
      until(
          "a round",
          () -> server.get("/api/v1/runs/" + run).path("progress").hasNonNull("contender"));
      stop(server, signal);
    }
    isHandedBack();
  }

  private static void stop(ServerProcess server, Signal signal) throws Exception {
    List<ProcessHandle> children = server.descendants();
    assertThat(children).isNotEmpty();
    assertThat(signal.stops(server)).as("stops within %s", STOP_LIMIT).isTrue();
    assertThat(server.exitValue()).isEqualTo(signal.exitValue);
    until("no child to be left", () -> children.stream().noneMatch(ServerProcess::runs));
  }

  private void isHandedBack() {
    try (Database database = Database.embedded(data)) {
      Rooms rooms = Rooms.on(database);
      Run run = rooms.list.list(RunFilter.ALL, RunOrder.OLDEST, 10, null).runs().getFirst();
      assertThat(rooms.jobs.ofRun(run.id()))
          .singleElement()
          .extracting(Job::state, Job::attempt)
          .containsExactly(JobState.QUEUED, 0);
      assertThat(rooms.jobs.attempts(run.id()))
          .extracting(Attempt::ending)
          .containsExactly(AttemptEnding.HANDED_BACK);
    }
  }

  /** Every round of a generation, as it is told to whoever computes again. */
  private static List<String> rounds(ServerProcess server, String run, int generation)
      throws Exception {
    List<String> rounds = new ArrayList<>();
    for (JsonNode sample : server.get("/api/v1/runs/" + run + "/samples").path("samples")) {
      if (sample.path("generation").intValue() == generation) {
        rounds.add(sample.toString());
      }
    }
    return rounds;
  }

  private static void until(String what, Callable<Boolean> holds) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!holds.call()) {
      assertThat(System.nanoTime()).as("waits for %s", what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
