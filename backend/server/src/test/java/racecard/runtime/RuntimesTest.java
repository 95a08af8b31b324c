package racecard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.runtime.Interpreters.says;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.catalog.ContenderName;
import racecard.catalog.FoundRuntime;

final class RuntimesTest {
  private static final ContenderName THREADS = ContenderName.parse("cpython-7.1/threads");

  @TempDir private Path home;
  private Path python;
  private Runtimes runtimes;

  @BeforeEach
  void look() {
    Interpreters interpreters = new Interpreters(home);
    python =
        interpreters.script(
            "bin", "python3", says("cpython-7.1", home.resolve("bin/python3").toString()));
    Executables executables = new Executables(List.of(home.resolve("bin")), home.resolve("nobody"));
    runtimes = new Runtimes(executables, interpreters.environments(), false);
  }

  @Test
  void before_the_first_look_nothing_can_be_started() {
    assertThat(runtimes.start(THREADS))
        .isEqualTo(new Start.Impossible("cpython-7.1 was not found on this host"));
  }

  @Test
  void a_contender_is_started_as_its_manifest_says() {
    runtimes.look();
    Path runner = home.resolve("runners/runner-python/runner.py");
    assertThat(runtimes.start(THREADS))
        .isInstanceOfSatisfying(
            Start.By.class,
            by ->
                assertThat(by.command())
                    .startsWith(python.toString())
                    .endsWith(runner.toString(), "threads")
                    .noneMatch(word -> word.contains("{")));
  }

  @Test
  void an_interpreter_that_is_gone_since_it_was_found_is_said_to_be() throws IOException {
    runtimes.look();
    Files.delete(python);
    assertThat(runtimes.start(THREADS)).isEqualTo(gone());
  }

  @Test
  void an_interpreter_that_nobody_may_execute_any_more_is_as_good_as_gone() {
    runtimes.look();
    assertThat(python.toFile().setExecutable(false, false)).isTrue();
    assertThat(runtimes.start(THREADS)).isEqualTo(gone());
  }

  @Test
  void a_runner_whose_folder_is_gone_is_said_to_be() throws IOException {
    runtimes.look();
    Path folder = home.resolve("runners/runner-python");
    Files.move(folder, home.resolve("elsewhere"));
    assertThat(runtimes.start(THREADS))
        .isInstanceOfSatisfying(
            Start.Impossible.class,
            no -> assertThat(no.why()).startsWith(folder.toString()).contains("building Racecard"));
  }

  @Test
  void without_its_pins_a_runtime_is_measured_as_it_is() throws IOException {
    FoundRuntime found = runtimes.look().find("cpython-7.1").orElseThrow();
    Files.delete(home.resolve("runners/runner-python/requirements.txt"));
    assertThat(runtimes.environments().of(found)).isInstanceOf(Environments.State.Failed.class);
    assertThat(runtimes.start(THREADS)).isInstanceOf(Start.By.class);
  }

  private Start gone() {
    return new Start.Impossible(python + ", where Lab was found, is gone or may not be executed");
  }
}
