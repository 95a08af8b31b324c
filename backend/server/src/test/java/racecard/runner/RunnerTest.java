package racecard.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.host.Marker;

/** The real children, asked as a worker asks them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class RunnerTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Marker MARKER = Marker.of("runner-test");
  private static final Installation INSTALLATION =
      new Installation(
          Path.of(System.getProperty("java.home"), "bin", "java"), Path.of("target", "children"));

  @Test
  void a_runner_prepares_executes_and_remembers() throws ChildFailed {
    Work work = new Work("sleep", Map.of("sleep_us", 2_000L), 700, 700, "n", List.of(), List.of());
    try (Runner runner = start("jvm/virtual-threads")) {
      assertThat(runner.facts().runtime()).isEqualTo("jvm");
      assertThat(runner.prepare(work))
          .isInstanceOfSatisfying(
              Prepared.Ready.class, ready -> assertThat(ready.effectiveInFlight()).isEqualTo(700));

      Rounded rounded = runner.round(1, 2, LIMIT);
      assertThat(rounded.wallNs()).isGreaterThan(4_000_000);
      assertThat(new BigInteger(rounded.checksum())).isEqualTo(2L * 2_000 * 700 * 701 / 2);

      RoundTimeline timeline = runner.timeline(1, 100);
      assertThat(timeline.total()).isEqualTo(700);
      assertThat(timeline.tasks()).extracting(TaskTimes::task).startsWith(0, 7).endsWith(693);
      SortedMap<Long, Long> service = runner.latency(LatencyOf.SERVICE, List.of(1));
      assertThat(service.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_400);
      assertThat(service.firstKey()).isGreaterThan(1_950_000);
    }
  }

  static List<String> contenders() {
    return Catalog.ofJvm().contenders().stream().map(one -> one.name().toString()).toList();
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void every_contender_of_the_catalog_is_known_to_the_runner(String contender) throws ChildFailed {
    Work work = new Work("sleep", Map.of("sleep_us", 1_000L), 3, 3, "n", List.of(), List.of());
    try (Runner runner = start(contender)) {
      assertThat(runner.prepare(work)).isInstanceOf(Prepared.Ready.class);
      assertThat(runner.round(1, 1, LIMIT).errors()).isZero();
    }
  }

  @Test
  void a_runner_says_what_it_cannot_do_and_may_be_asked_again() throws ChildFailed {
    Work tooMany =
        new Work("sleep", Map.of("sleep_us", 1L), 4_000, 4_000, "n", List.of(), List.of());
    try (Runner runner = start("jvm/processes")) {
      assertThat(runner.prepare(tooMany))
          .isInstanceOfSatisfying(
              Prepared.Refused.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo("TOO_MANY_PROCESSES");
                assertThat(refused.remedy()).isNotBlank();
              });
      assertThat(runner.prepare(tooMany.with(2, Map.of()))).isInstanceOf(Prepared.Ready.class);
    }
  }

  @Test
  void a_round_that_takes_too_long_is_given_up_and_its_child_ended() throws ChildFailed {
    Work work = new Work("sleep", Map.of("sleep_us", 60_000_000L), 1, 1, "n", List.of(), List.of());
    Runner runner = start("jvm/sequential");
    try (runner) {
      runner.prepare(work);
      ChildFailed failed =
          catchThrowableOfType(ChildFailed.class, () -> runner.round(1, 1, Duration.ofMillis(200)));
      assertThat(failed.failure()).isInstanceOf(ChildFailure.TimedOut.class);
    }
    assertThat(runner.process().isAlive()).isFalse();
  }

  @Test
  void the_origin_answers_after_its_delay() throws ChildFailed {
    try (Origin origin = Origin.start(INSTALLATION, MARKER)) {
      origin.configure(new OriginSetting("n", 20, 0, 100, 1));
      Work work =
          new Work(
              "fetch",
              Map.of("urls_per_task", 2L, "limit_ms", 10_000L),
              3,
              3,
              "n",
              origin.addresses(),
              List.of());
      try (Runner runner = start("jvm/event-loop")) {
        assertThat(runner.prepare(work)).isInstanceOf(Prepared.Ready.class);
        Rounded rounded = runner.round(1, 1, LIMIT);
        assertThat(rounded.errors()).isZero();
        assertThat(rounded.wallNs()).isGreaterThanOrEqualTo(40_000_000);
      }
      OriginStats stats = origin.stats();
      assertThat(stats.requests()).isEqualTo(6);
      assertThat(stats.drawnMinNs()).isEqualTo(20_000_000);
    }
  }

  @Test
  void children_that_were_not_built_are_missing_with_the_folder_named() {
    Installation empty = new Installation(INSTALLATION.java(), Path.of("nowhere"));
    ChildFailed failed =
        catchThrowableOfType(ChildFailed.class, () -> Origin.start(empty, MARKER).close());
    assertThat(failed.failure()).isInstanceOf(ChildFailure.Missing.class);
    assertThat(failed.failure().sentence()).contains("nowhere", "origin.jar");
  }

  @Test
  void children_get_the_flags_that_their_readme_promises() throws IOException {
    assertThat(Files.readString(Path.of("../runner-jvm/README.md")))
        .contains("java " + String.join(" ", Installation.RUNNER_FLAGS) + " -jar runner-jvm.jar");
    assertThat(Files.readString(Path.of("../origin/README.md")))
        .contains("java " + String.join(" ", Installation.ORIGIN_FLAGS) + " -jar origin.jar");
  }

  private static Runner start(String contender) throws ChildFailed {
    return Runner.start(INSTALLATION, ContenderName.parse(contender), MARKER);
  }
}
