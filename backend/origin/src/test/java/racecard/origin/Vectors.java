package racecard.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows of backend/runner-contract/vectors.json, which has one a line. */
final class Vectors {
  private static final Path FILE = Path.of("..", "runner-contract", "vectors.json");

  private Vectors() {}

  /** The rows that have the field {@code name} and no list or object in them. */
  static List<FlatJson> with(String name) throws IOException {
    return Files.readString(FILE)
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("{") && line.contains("\"" + name + "\""))
        .map(
            line -> FlatJson.read(line.endsWith(",") ? line.substring(0, line.length() - 1) : line))
        .toList();
  }
}
