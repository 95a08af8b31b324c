package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final long GRAIN_NS = 1_000;
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
        assertThat(within(ORPHANS_GONE, () -> children.stream().noneMatch(ServerProcess::runs)))
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
      neverTwoAtOnce(server);
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

  /** Of all runs together: their rounds are timed by the one clock of this machine. */
  private void neverTwoAtOnce(ServerProcess server) throws Exception {
    List<Span> spans = new ArrayList<>();
    for (String run : submitted) {
      for (JsonNode sample : server.get("/api/v1/runs/" + run + "/samples").path("samples")) {
        if (sample.hasNonNull("wall_ns")) {
          long start = sample.path("started_ns").longValue();
          long took = sample.path("wall_ns").longValue() * sample.path("repeats").longValue();
          spans.add(new Span(run, start, start + took));
        }
      }
    }
    spans.sort(Comparator.comparingLong(Span::startNs));
    assertThat(spans).hasSizeGreaterThan(MEASURED_TO_THE_END);
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).startNs())
          .as("%s begins after %s", spans.get(i), spans.get(i - 1))
          .isGreaterThanOrEqualTo(spans.get(i - 1).endNs() - GRAIN_NS);
    }
  }

  /** One round on the clock; its end is exact to {@link #GRAIN_NS}. */
  private record Span(String run, long startNs, long endNs) {}

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
