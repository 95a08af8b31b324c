package racecard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's heap must bear: any file of the largest size, whatever is in it. */
final class ReadingTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1e9", "{}", "[0]", "{\"a\":0}", "\"a\""})
  void a_full_file_of_one_small_thing_is_refused_and_not_the_end_of_the_server(String thing)
      throws Exception {
    int count = (Document.LIMIT_BYTES - 2) / (thing.getBytes(StandardCharsets.UTF_8).length + 1);
    assertThat(read("[" + (thing + ",").repeat(count - 1) + thing + "]"))
        .startsWith("refused: line 1, column ")
        .contains("Token count");
  }

  @Test
  void so_is_a_full_file_of_members() throws Exception {
    String members =
        IntStream.range(0, Document.LIMIT_BYTES / 14)
            .mapToObj("\"%08d\":0"::formatted)
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(read(members)).startsWith("refused: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.0123456789"})
  void so_is_a_full_file_of_times(String time) throws Exception {
    String head = "{\"results\":[{\"command\":\"one\",\"times\":[1";
    String tail = "]}]}";
    int count = (Document.LIMIT_BYTES - head.length() - tail.length()) / (time.length() + 1);
    assertThat(read(head + ("," + time).repeat(count) + tail)).startsWith("refused: ");
  }

  private String read(String text) throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("file.json"), text);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jvm.options",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor()).isZero();
      return said;
    } finally {
      child.destroyForcibly();
    }
  }
}
