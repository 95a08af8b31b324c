package racecard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.runtime.Interpreters.says;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecard.catalog.FoundRuntime;

final class DiscoveryTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @TempDir private Path home;
  private Interpreters interpreters;

  @BeforeEach
  void prepare() {
    interpreters = new Interpreters(home);
  }

  @Test
  void an_interpreter_of_the_search_path_is_asked_what_it_is() {
    interpreters.script("bin", "python3", says("cpython-7.1", "/lab/python"));
    FoundRuntime found = find("bin").find("cpython-7.1").orElseThrow();
    assertThat(found.title()).isEqualTo("Lab");
    assertThat(found.folder()).isEqualTo("runner-python");
    assertThat(found.executable()).isEqualTo("/lab/python");
    assertThat(found.facts()).containsKey("Libraries");
  }

  @Test
  void of_several_with_one_name_the_first_of_the_search_path_counts() {
    interpreters.script("late", "python3", says("cpython-7.1", "/late"));
    interpreters.script("early", "python3.7", says("cpython-7.1", "/early"));
    assertThat(find("early", "late").find("cpython-7.1"))
        .hasValueSatisfying(one -> assertThat(one.executable()).isEqualTo("/early"));
  }

  @Test
  void one_executable_with_several_names_is_asked_once() throws IOException {
    Path asked = home.resolve("asked");
    Path real =
        interpreters.script(
            "bin", "python3.7", "echo asked >> %s; %s".formatted(asked, says("cpython-7.1", "/x")));
    Files.createSymbolicLink(real.resolveSibling("python3"), real);
    find("bin");
    assertThat(asked).hasContent("asked");
  }

  @Test
  void a_shim_that_goes_by_the_name_it_is_called_by_is_called_by_it() throws IOException {
    String says = says("cpython-7.1", "/behind/the/shim");
    Path shim =
        interpreters.script("bin", "shim", "case $0 in */python3) %s;; esac".formatted(says));
    Files.createSymbolicLink(shim.resolveSibling("python3"), shim);
    assertThat(find("bin").find("cpython-7.1"))
        .hasValueSatisfying(one -> assertThat(one.executable()).isEqualTo("/behind/the/shim"));
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3, ended with status 3",
    "echo nonsense, cannot be read",
    "sleep 60, did not end within 2 s",
    "head -c 3000000 /dev/zero; sleep 60, said more than 1 MiB",
    "echo '{\"runtime\":\"Lab 7\"}', cannot be read"
  })
  void an_executable_that_is_none_is_left_out_with_the_reason(String script, String why) {
    Path file = interpreters.script("bin", "python3", script);
    Found found = find("bin");
    assertThat(found.leftOut())
        .filteredOn(one -> one.executable().equals(file))
        .singleElement()
        .satisfies(one -> assertThat(one.why()).contains(why));
  }

  @Test
  void what_looks_like_another_program_is_not_started() {
    Path asked = home.resolve("asked");
    interpreters.script("bin", "python3-config", "touch " + asked);
    interpreters.script("bin", "xpython3", "touch " + asked);
    find("bin");
    assertThat(asked).doesNotExist();
  }

  @Test
  void a_runtime_with_an_environment_is_described_by_it() {
    interpreters.script("bin", "python3", EnvironmentsTest.making("cpython-7.1"));
    Environments environments = interpreters.environments();
    environments.make(find("bin").find("cpython-7.1").orElseThrow());
    FoundRuntime equipped = find("bin").find("cpython-7.1").orElseThrow();
    assertThat(equipped.libraries()).containsEntry("one", "1");
    assertThat(equipped.executable()).isEqualTo(home.resolve("bin/python3").toString());
  }

  @Test
  void a_look_that_is_stopped_ends_the_question_in_hand() throws InterruptedException {
    interpreters.script("bin", "python3", "sleep 300");
    Executables executables = new Executables(List.of(home.resolve("bin")), home.resolve("nobody"));
    Discovery patient =
        new Discovery(executables, interpreters.environments(), Duration.ofMinutes(5));
    Thread looking = Thread.ofPlatform().start(patient::find);
    looking.interrupt();
    assertThat(looking.join(Duration.ofSeconds(20))).isTrue();
  }

  private Found find(String... directories) {
    List<Path> searchPath = List.of(directories).stream().map(home::resolve).toList();
    return new Discovery(
            new Executables(searchPath, home.resolve("nobody")), interpreters.environments(), LIMIT)
        .find();
  }
}
