package racecard.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads a file in a JVM of its own, beside as much as the server keeps, and says what became. */
final class Reading {
  private static final int KEPT_BYTES = 48 << 20;

  private Reading() {}

  static void main(String[] arguments) throws IOException {
    byte[] kept = new byte[KEPT_BYTES];
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    try {
      RunFile read = AnyFile.read(file, Instant.EPOCH);
      System.out.printf("read %d rounds", read.measured().samples().size());
    } catch (BadFile wrong) {
      System.out.printf("refused: %s %s", wrong.place(), wrong.reason());
    }
    System.out.printf(" beside %d", kept.length);
  }
}
