package racecard.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racecard.instrument.RunningServer;
import racecard.statistics.Assessment;
import racecard.statistics.Verdict;
import tools.jackson.databind.JsonNode;

/** The live layer in short: real children, a real neighbour, the packaged program. */
final class LiveIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String CLONES =
      "{\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":70000},\"tasks\":10,"
          + "\"precision\":\"quick\",\"contenders\":[\"jvm/sequential\",\"jvm/sequential#2\"]}";

  @Test
  void beside_a_busy_core_the_host_is_called_busy_and_clones_are_not_called_different()
      throws Exception {
    try (RunningServer server = RunningServer.start(program(), Path.of("backend/server"), "jvm");
        BusyCore _ = BusyCore.start()) {
      JsonNode run = server.await(server.submit(CLONES).path("id").stringValue(), LIMIT).run();
      assertThat(run.path("warnings").valueStream().map(w -> w.path("flag").asString("")))
          .contains("HOST_BUSY")
          .doesNotContain("IMPOSSIBLE");
      assertThat(run.path("contenders").path(1).path("verdict").asString(""))
          .isNotIn("", "none", "faster", "slower");
    }
  }

  @Test
  void a_fifth_more_tasks_are_called_slower() {
    Random random = new Random(1);
    Race race = new Race(List.of(100, 120));
    Assessment measured =
        PseudoJob.measure(2, 5, number -> Effects.generation(race, number, random));
    assertThat(measured.comparison().placings().get(1).verdict()).isEqualTo(Verdict.SLOWER);
  }

  private static List<String> program() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "@jvm.options", "-jar", "target/racecard.jar");
  }
}
