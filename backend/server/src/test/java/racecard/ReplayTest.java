package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
import racecard.report.StoredRun;

/** The command: what it prints and how it ends; what it computes is in RecountTest. */
final class ReplayTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  @TempDir private static Path directory;
  private static Path file;

  @BeforeAll
  static void measure() throws IOException {
    Rooms rooms = Rooms.real(DATABASE);
    file =
        Files.write(
            directory.resolve("run.json"),
            new FileRoom(rooms, DATABASE)
                .bytes(
                    StoredRun.of(
                            rooms,
                            StoredRun.plan(Workload.FETCH, null, "jvm/sequential", "jvm/threads"))
                        .begin()
                        .generations(3, Map.of("jvm/sequential", 1000.0, "jvm/threads", 100.0))
                        .done()));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void a_verdict_that_does_not_follow_from_the_rounds_ends_with_one_and_the_first_difference() {
    // The times that the test chose beat the delay of a download: a worker would call it so.
    Said said = replay(file);
    assertThat(said.code).isEqualTo(1);
    assertThat(said.text)
        .contains("measured by Racecard 1.2.3: 36 rounds in 3 generations, seed 42", "Recomputed: ")
        .contains("differs from the stored verdict first at /comparison/placings/");
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
