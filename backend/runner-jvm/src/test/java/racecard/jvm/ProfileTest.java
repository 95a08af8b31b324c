package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.jvm.line.Message;

class ProfileTest {
  private static final Message PROFILE = Message.of("profile");
  private static final Message PROFILE_END = Message.of("profile_end");
  private static final long MINUTE_US = 60_000_000;

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "thread-pool", "virtual-threads", "event-loop"})
  void the_function_that_computes_is_the_most_frequent_one(String strategy) throws Exception {
    try (Child child = Child.runner()) {
      child.ask(computing(strategy));
      Message profiling = child.ask(PROFILE);
      Message rounded = child.ask(Asked.round(1));
      Message seen = child.ask(PROFILE_END);

      assertThat(profiling.number("interval_ns", 1, Long.MAX_VALUE)).isEqualTo(10_000_000);
      assertThat(rounded.count("errors", 0, 100)).isZero();
      assertThat(String.valueOf(functions(seen).getFirst())).startsWith("[java.math.");
      assertThat(functions(seen)).hasSizeLessThanOrEqualTo(20);
      assertThat(seen.number("samples", 1, Long.MAX_VALUE))
          .isGreaterThanOrEqualTo(functions(seen).stream().mapToLong(ProfileTest::count).sum());
    }
  }

  @Test
  void every_collection_of_a_round_is_a_pause_of_its_profile() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(computing("thread-pool"));
      child.ask(PROFILE);
      Message rounded = child.ask(Asked.round(1));
      Message pauses = event(child.ask(PROFILE_END), "gc_pause");

      assertThat(rounded.number("gc_count", 0, Long.MAX_VALUE)).isPositive();
      assertThat(pauses.number("count", 0, Long.MAX_VALUE))
          .isGreaterThanOrEqualTo(rounded.number("gc_count", 0, Long.MAX_VALUE));
      assertThat(pauses.number("longest_ns", 1, Long.MAX_VALUE))
          .isLessThanOrEqualTo(pauses.number("total_ns", 1, Long.MAX_VALUE));
    }
  }

  @Test
  void every_kind_is_told_where_nothing_happened_too() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep("sequential", 1, 1, 0));
      child.ask(PROFILE);
      Message seen = child.ask(PROFILE_END);

      assertThat(seen.messages("events").stream().map(event -> event.text("kind")))
          .containsExactly("gc_pause", "lock_wait", "pinned", "compilation");
      assertThat(event(seen, "lock_wait").fields())
          .containsEntry("count", 0L)
          .containsEntry("total_ns", 0L)
          .containsEntry("longest_ns", 0L)
          .containsEntry("example", null);
      assertThat(event(seen, "pinned").count("count", 0, 100)).isZero();
    }
  }

  @Test
  void what_the_protocol_computes_is_no_work_of_the_tasks() throws Exception {
    try (Child child = Child.runner()) {
      child.ask(Asked.sleep("sequential", 1, 1, 0));
      child.ask(PROFILE);
      child.ask(Message.of("calibrate").with("cpu_ns", 4_000_000L));

      assertThat(child.ask(PROFILE_END).count("samples", 0, 1_000)).isZero();
    }
  }

  @Test
  void nothing_of_the_flight_recorder_is_loaded_before_it_is_asked_for() throws Exception {
    Path loaded = temporary.resolve("loaded.txt");
    try (Child child = Child.runner("-Xlog:class+load=info:file=" + loaded, temporaryFlag())) {
      child.ask(Asked.power("virtual-threads", 2, 2));
      child.ask(Asked.round(1));
      assertThat(Files.readString(loaded)).contains("racecard.jvm.round.Round ");
      assertThat(Files.readString(loaded)).doesNotContain("jdk.jfr.", "profile.Flight ");

      child.ask(PROFILE);

      assertThat(Files.readString(loaded)).contains("jdk.jfr.Recording ", "profile.Flight ");
    }
  }

  @Test
  void a_java_without_the_flight_recorder_measures_all_the_same() throws Exception {
    try (Child child = Child.runner("--limit-modules", "java.management,jdk.management")) {
      assertUnprofiled(child, "jdk/jfr");
    }
  }

  @Test
  void a_flight_recorder_without_a_place_for_its_files_is_told() throws Exception {
    try (Child child = Child.runner("-Djava.io.tmpdir=/dev/null/none")) {
      assertUnprofiled(child, "/dev/null");
    }
  }

  private static void assertUnprofiled(Child child, String why) throws Exception {
    child.ask(Asked.power("threads", 2, 2));
    for (int asked = 0; asked < 2; asked++) {
      Message failed = child.ask(PROFILE);
      assertThat(failed.text("kind")).isEqualTo("NO_PROFILER");
      assertThat(failed.text("message")).contains(why);
    }
    assertThat(child.ask(PROFILE_END).text("kind")).isEqualTo("BAD_MESSAGE");
    assertThat(child.ask(Asked.round(1)).count("errors", 0, 100)).isZero();
  }

  @Test
  void the_end_of_a_profile_leaves_nothing_on_disk() throws Exception {
    try (Child child = profiling()) {
      for (int profile = 0; profile < 2; profile++) {
        child.ask(PROFILE_END);
        assertThat(temporary).isEmptyDirectory();
        child.ask(PROFILE);
        assertThat(temporary).isNotEmptyDirectory();
      }
    }
  }

  @Test
  void bye_while_profiling_leaves_nothing_on_disk() throws Exception {
    try (Child child = profiling()) {
      assertThat(temporary).isNotEmptyDirectory();

      child.ask(Message.of("bye"));

      assertThat(child.status(2_000)).isZero();
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void the_end_of_stdin_within_a_profiled_round_leaves_nothing_on_disk() throws Exception {
    try (Child child = profiling()) {
      child.send(Asked.round(1));
      assertThat(temporary).isNotEmptyDirectory();

      child.closeStdin();

      assertThat(child.status(2_000)).isEqualTo(1);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void a_signal_to_end_while_profiling_leaves_nothing_on_disk() throws Exception {
    try (Child child = profiling()) {
      assertThat(temporary).isNotEmptyDirectory();

      child.handle().destroy();

      assertThat(child.status(2_000)).isEqualTo(143);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  private String temporaryFlag() {
    return "-Djava.io.tmpdir=" + temporary;
  }

  private Child profiling() throws IOException, InterruptedException {
    Child child = Child.runner(temporaryFlag());
    child.ask(Asked.sleep("virtual-threads", 2, 2, MINUTE_US));
    assertThat(child.ask(PROFILE).text("type")).isEqualTo("profiling");
    return child;
  }

  // Half a second on one core, and more garbage than the child's heap holds.
  private static Message computing(String strategy) {
    return Asked.prepare(strategy, "power", 8, 2)
        .with("params", Asked.params().with("base", 7777L).with("exponent", 200_000L));
  }

  private static List<?> functions(Message seen) {
    return Objects.requireNonNull((List<?>) seen.fields().get("functions"));
  }

  private static long count(@Nullable Object function) {
    return function instanceof List<?> pair && pair.get(1) instanceof Long count ? count : 0;
  }

  /** What {@code seen} says of {@code kind}. */
  static Message event(Message seen, String kind) {
    return seen.messages("events").stream()
        .filter(event -> event.text("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
