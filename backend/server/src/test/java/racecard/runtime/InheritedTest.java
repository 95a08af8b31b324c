package racecard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InheritedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_JAVA_OPTIONS",
        "PYTHONPATH",
        "PYTHON_GIL",
        "PYPY_GC_NURSERY",
        "NODE_OPTIONS",
        "UV_THREADPOOL_SIZE",
        "GEVENT_LOOP",
        "EVENTLET_HUB",
        "AIOHTTP_NO_EXTENSIONS"
      })
  void what_changes_how_a_runtime_works_is_not_inherited(String variable) {
    assertThat(inherited(variable)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH", "HOME", "PIP_INDEX_URL", "HTTPS_PROXY", "UV_INDEX_URL"})
  void everything_else_is(String variable) {
    assertThat(inherited(variable)).containsEntry(variable, "1");
  }

  @Test
  void what_a_command_starts_carries_the_mark_by_which_it_is_found_again() {
    assertThat(Command.run(List.of("env"), false, Duration.ofSeconds(20)))
        .isInstanceOfSatisfying(
            Command.Result.Done.class,
            done ->
                assertThat(done.output())
                    .contains("RACECARD_JOB=runtimes@" + ProcessHandle.current().pid() + "@"));
  }

  private static Map<String, String> inherited(String variable) {
    Map<String, String> environment = new HashMap<>(Map.of(variable, "1"));
    Inherited.clean(environment);
    return environment;
  }
}
