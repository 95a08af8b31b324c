package racecard.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import racecard.jvm.line.Message;

/** Reads what every runner must do. */
final class Contract {
  private static final Path DIRECTORY = Path.of("..", "runner-contract");

  private Contract() {}

  /** The vectors of {@code table}, one of the names in vectors.json. */
  static List<Message> vectors(String table) {
    return Message.read(text(DIRECTORY.resolve("vectors.json"))).messages(table);
  }

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("transcripts"))) {
      return files.sorted().toList();
    }
  }

  static List<Message> lines(Path transcript) {
    return text(transcript).lines().map(Message::read).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("backend/runner-contract is read from the module's directory", e);
    }
  }
}
