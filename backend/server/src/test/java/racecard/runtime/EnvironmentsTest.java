package racecard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.catalog.FoundRuntime;
import racecard.runtime.Environments.State;

final class EnvironmentsTest {
  private static final String ID = "cpython-7.1";

  @TempDir private Path home;
  private Interpreters interpreters;
  private Environments environments;

  @BeforeEach
  void prepare() {
    interpreters = new Interpreters(home);
    environments = interpreters.environments();
  }

  /** A shell script that makes an environment when asked for one, and else says what it is. */
  static String making(String id) {
    return """
    if [ "$2$3" != "-mvenv" ]; then
      echo '{"runtime":"%s","title":"Lab","version":"7.1.0","executable":"'"$0"'"}'
      exit
    fi
    mkdir -p "$4/bin" && cat > "$4/bin/python" <<'END'
    #!/bin/sh
    echo '{"runtime":"%s","title":"Lab","version":"7.1.0","executable":"/other","libraries":{"one":"1"}}'
    END
    chmod +x "$4/bin/python"
    """
        .formatted(id, id);
  }

  @Test
  void an_environment_is_made_once_and_found_again() {
    FoundRuntime runtime = runtime(making(ID));
    assertThat(environments.of(runtime)).isInstanceOf(State.Absent.class);
    assertThat(environments.interpreter(runtime)).isEqualTo(Path.of(runtime.executable()));
    assertThat(environments.make(runtime)).isInstanceOf(State.Made.class);
    assertThat(interpreters.environments().of(runtime)).isInstanceOf(State.Made.class);
    assertThat(environments.interpreter(runtime))
        .isEqualTo(environments.directory().resolve(ID).resolve("bin/python"));
  }

  @Test
  void nobody_else_may_look_into_it() throws IOException {
    environments.make(runtime(making(ID)));
    assertThat(Files.getPosixFilePermissions(environments.directory()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void one_that_was_not_finished_is_made_anew() throws IOException {
    FoundRuntime runtime = runtime(making(ID));
    Path half = environments.directory().resolve(ID).resolve("bin/python");
    Interpreters.write(half, "half");
    assertThat(environments.of(runtime)).isInstanceOf(State.Absent.class);
    assertThat(environments.make(runtime)).isInstanceOf(State.Made.class);
    assertThat(Files.readString(half)).isNotEqualTo("half");
  }

  @Test
  void other_libraries_make_it_stale() {
    FoundRuntime runtime = runtime(making(ID));
    environments.make(runtime);
    Interpreters.write(interpreters.requirements(), "one==2\n");
    assertThat(environments.of(runtime)).isInstanceOf(State.Absent.class);
  }

  @Test
  void a_command_that_fails_is_quoted_and_leaves_nothing_half() {
    FoundRuntime runtime = runtime("mkdir -p \"$4\"; echo no network >&2; exit 9");
    assertThat(environments.make(runtime))
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.reason()).contains("-m venv", "status 9", "no network"));
    assertThat(environments.of(runtime)).isInstanceOf(State.Failed.class);
    assertThat(environments.directory().resolve(ID)).doesNotExist();
    assertThat(environments.interpreter(runtime)).isEqualTo(Path.of(runtime.executable()));
  }

  @Test
  void after_a_failure_it_can_be_made() {
    environments.make(runtime("exit 1"));
    FoundRuntime mended = runtime(making(ID));
    assertThat(environments.make(mended)).isInstanceOf(State.Made.class);
    assertThat(environments.of(mended)).isInstanceOf(State.Made.class);
  }

  @Test
  void who_was_told_to_stop_before_leaves_what_is_there() {
    FoundRuntime runtime = runtime(making(ID));
    environments.make(runtime);
    Thread.currentThread().interrupt();
    assertThat(environments.make(runtime)).isInstanceOf(State.Made.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(environments.interpreter(runtime)).isExecutable();
  }

  @Test
  void whoever_watches_sees_that_libraries_were_added() throws IOException {
    FoundRuntime runtime = runtime(making(ID));
    long before = environments.stamp();
    environments.make(runtime);
    assertThat(environments.stamp()).isNotEqualTo(before);
  }

  @Test
  void an_interrupted_making_ends_its_command_and_is_no_failure() throws InterruptedException {
    Path begun = home.resolve("begun");
    FoundRuntime runtime = runtime("touch " + begun + "; sleep 300");
    Thread making = Thread.ofPlatform().start(() -> environments.make(runtime));
    while (making.isAlive() && Files.notExists(begun)) {
      Thread.onSpinWait();
    }
    making.interrupt();
    assertThat(making.join(Duration.ofSeconds(10))).isTrue();
    assertThat(environments.of(runtime)).isInstanceOf(State.Absent.class);
  }

  @Test
  void a_directory_that_cannot_be_written_is_a_failure_with_a_reason() {
    Interpreters.write(environments.directory(), "a file");
    assertThat(environments.make(runtime(making(ID))))
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.reason()).contains("cannot be written"));
  }

  private FoundRuntime runtime(String script) {
    Path file = interpreters.script("bin", "python3", script);
    return new FoundRuntime(
        ID,
        "runner-python",
        "Lab",
        "7.1.0",
        file.toString(),
        null,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        Map.of());
  }
}
