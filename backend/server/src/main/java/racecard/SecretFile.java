package racecard;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose first line is a secret, which only its owner may read. */
final class SecretFile {
  private SecretFile() {}

  /** The first line of the file that {@code named} names. */
  static String firstLine(Given.Said named) {
    Path file = Given.path(named);
    try {
      if (!OwnerOnly.holds(file)) {
        throw new CannotOpen(
            "Other users may read %s (%s): close it to them with chmod 600 %s"
                .formatted(file, named.where(), file),
            null);
      }
      return line(file);
    } catch (IOException failure) {
      throw new CannotOpen(
          "The file %s (%s) cannot be read: it must exist, belong to this user and hold one line"
              .formatted(file, named.where()),
          failure);
    }
  }

  private static String line(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      if (line == null || line.isBlank()) {
        throw new IOException("the first line is empty");
      }
      return line.strip();
    }
  }
}
