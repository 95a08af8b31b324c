package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.catalog.Workload;
import racecard.exchange.FileRoom;
import racecard.exchange.RunFileReader;
import racecard.report.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command: what it prints and how it ends; what it computes is in RecountTest. */
final class ReplayTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  private static Path directory;
  private static Path file;

  @BeforeAll
  static void measure(@TempDir Path given) throws IOException {
    directory = given;
    file = file("run.json", Map.of("jvm/sequential", 2_100.0, "jvm/threads", 210.0));
  }

  /**
   * A run whose contenders cannot take less than 2 s and 0.2 s, as its test says they were told.
   */
  private static Path file(String name, Map<String, Double> ms) throws IOException {
    Rooms rooms = Rooms.real(DATABASE);
    return Files.write(
        directory.resolve(name),
        new FileRoom(rooms, DATABASE)
            .bytes(
                StoredRun.of(
                        rooms,
                        StoredRun.plan(Workload.FETCH, null, "jvm/sequential", "jvm/threads"))
                    .begin()
                    .limitMs("jvm/sequential", 2_000)
                    .limitMs("jvm/threads", 200)
                    .generations(3, ms)
                    .done()));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_verdict_that_follows_from_the_rounds_ends_with_zero() {
    assertThat(replay(file))
        .isEqualTo(
            new Said(
                0,
                """
                Run %s, measured by Racecard 1.2.3: 36 rounds in 3 generations, seed 42
                Recomputed: Threads are 10.0 times as fast as one after another.
                It is byte for byte the stored verdict.
                """
                    .formatted(RunFileReader.read(read(file)).id())));
  }

  @Test
  void one_that_does_not_ends_with_one_and_the_first_difference() throws IOException {
    String forged =
        Files.readString(file).replace("\"wall_ns\":210000000,", "\"wall_ns\":420000000,");
    Said said = replay(Files.writeString(directory.resolve("forged.json"), forged));
    assertThat(said.code).isEqualTo(1);
    assertThat(said.text)
        .contains("Recomputed: Threads are 5.00 times as fast as one after another.")
        .contains(
            "differs from the stored verdict first at /comparison/placings/0/versus_leader/theta: ");
  }

  @Test
  void a_file_that_is_none_is_said_with_its_place() throws IOException {
    Path bad =
        Files.writeString(
            directory.resolve("bad.json"),
            Files.readString(file).replaceFirst("\"seq\":1", "\"seq\":0"));
    assertThatThrownBy(() -> Replay.run(bad.toString()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("/cells/0/generations/0/rounds/0/seq must be a whole number");
    assertThatThrownBy(() -> Replay.run(directory.resolve("none.json").toString()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> Replay.run("\0")).isInstanceOf(UsageError.class);
  }

  @Test
  void one_whose_rounds_come_to_nothing_differs() throws IOException {
    String nothing =
        Files.readString(file).replace("\"kind\":\"measured\"", "\"kind\":\"warm_up\"");
    Said said = replay(Files.writeString(directory.resolve("nothing.json"), nothing));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("It differs from the stored verdict first at");
  }

  @Test
  void one_that_says_that_nobody_was_compared_does_not_hold_together() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    JsonNode root = json.readTree(Files.readString(file));
    ObjectNode outcome = (ObjectNode) root.at("/cells/0/outcome");
    ObjectNode assessment = (ObjectNode) outcome.path("assessment");
    ObjectNode comparison = (ObjectNode) assessment.path("comparison");
    outcome.putNull("leader").putNull("grade");
    assessment.putArray("entrants");
    comparison.putArray("placings");
    comparison.putArray("leaders");
    for (JsonNode contender : root.at("/cells/0/contenders")) {
      ((ObjectNode) contender).put("status", "skipped").put("reason", "no");
    }
    Path bad = Files.writeString(directory.resolve("nobody.json"), root.toString());
    assertThatThrownBy(() -> Replay.run(bad.toString()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("nobody.json does not hold together")
        .hasMessageContaining("cell 0 cannot be recomputed");
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Said(int code, String text) {}

  private static Said replay(Path path) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      int code = Replay.run(path.toString());
      return new Said(code, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
