package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the whole program while it measures, again and again, and starts it on the same data.
 *
 * <p>{@code -Dracecard.kills=1000} kills more often than the 30 times of every build.
 */
final class ServerKillIT {
  private static final int KILLS = Integer.getInteger("racecard.kills", 30);
  private static final int LONGEST_LIFE_MS = 2_500;
  private static final Duration ORPHANS_GONE = Duration.ofSeconds(2);
  private static final int MEASURED_TO_THE_END = 8;
  private static final Duration DRAINED = Duration.ofMinutes(5);
  private static final String REQUEST =
      "{\"workload\":\"sleep\",\"params\":{\"sleep_ms\":20},\"tasks\":5,\"precision\":\"quick\","
          + "\"contenders\":[\"jvm/threads\",\"jvm/processes\"]}";

  @TempDir private Path data;
  private final Random random = new Random(1);
  private final Set<String> submitted = new LinkedHashSet<>();
  private final Map<String, Set<String>> seen = new HashMap<>();

  @Test
  void nothing_acknowledged_is_lost_and_nobody_is_left_behind() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      try (ServerProcess server = ServerProcess.start(data)) {
        lookForLosses(server, "before kill " + kill);
        submitted.add(server.submit(REQUEST));
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MS)).toNanos());
        remember(server);
        List<ProcessHandle> children = server.descendants();
        server.kill();
        assertThat(within(ORPHANS_GONE, () -> children.stream().noneMatch(ServerKillIT::runs)))
            .as("children gone after kill %d: %s", kill, children)
            .isTrue();
      }
    }
    drain();
  }

  /** Every run that was acknowledged ends, each round is there once, and no two ran at once. */
  private void drain() throws Exception {
    try (ServerProcess server = ServerProcess.start(data)) {
      // Most of those that still wait are cancelled: measuring them all would take minutes.
      for (String run : submitted.stream().skip(MEASURED_TO_THE_END).toList()) {
        server.cancel(run);
      }
      for (String run : submitted) {
        assertThat(within(DRAINED, () -> isFinal(server, run))).as("run %s is final", run).isTrue();
      }
      lookForLosses(server, "at the end");
      for (String run : submitted) {
        neverTwoAtOnce(run, server.get("/api/v1/runs/" + run + "/samples").path("samples"));
      }
      assertThat(server.terminate(Duration.ofSeconds(10))).as("stops within 10 s").isTrue();
    }
  }

  private void remember(ServerProcess server) throws Exception {
    for (String run : submitted) {
      for (JsonNode sample : server.get("/api/v1/runs/" + run + "/samples").path("samples")) {
        seen.computeIfAbsent(run, id -> new HashSet<>()).add(key(sample));
      }
    }
  }

  private void lookForLosses(ServerProcess server, String when) throws Exception {
    for (String run : submitted) {
      assertThat(server.get("/api/v1/runs/" + run).path("id").asString())
          .as("run %s %s", run, when)
          .isEqualTo(run);
      Set<String> kept = new HashSet<>();
      server
          .get("/api/v1/runs/" + run + "/samples")
          .path("samples")
          .forEach(sample -> assertThat(kept.add(key(sample))).as("once: %s", sample).isTrue());
      assertThat(kept)
          .as("rounds of %s %s", run, when)
          .containsAll(seen.getOrDefault(run, Set.of()));
    }
  }

  private static void neverTwoAtOnce(String run, JsonNode samples) {
    List<long[]> spans = new ArrayList<>();
    for (JsonNode sample : samples) {
      if (sample.hasNonNull("wall_ns")) {
        long start = sample.path("started_ns").longValue();
        long took = sample.path("wall_ns").longValue() * sample.path("repeats").longValue();
        spans.add(new long[] {start, start + took});
      }
    }
    spans.sort((a, b) -> Long.compare(a[0], b[0]));
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i)[0])
          .as("round %d of run %s begins after the one before", i, run)
          .isGreaterThanOrEqualTo(spans.get(i - 1)[1] - 1_000);
    }
  }

  private static String key(JsonNode sample) {
    return "%s %s %s %s %s"
        .formatted(
            sample.path("generation"),
            sample.path("block"),
            sample.path("position"),
            sample.path("contender"),
            sample.path("started_ns"));
  }

  private static boolean isFinal(ServerProcess server, String run) {
    try {
      return server.get("/api/v1/runs/" + run).hasNonNull("finished_at");
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && racecard.host.ProcessId.of(process.pid()).isPresent();
  }

  private static boolean within(Duration limit, BooleanSupplier holds) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return true;
  }
}
