package racecard.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Executables that pretend to be interpreters of the Python runner. */
final class Interpreters {
  private static final String FOLDER = "runner-python";

  private final Path home;

  /** Kept below {@code home}, together with a runner's folder of one file. */
  Interpreters(Path home) {
    this.home = home;
    write(runners().resolve(FOLDER).resolve("requirements.txt"), "one==1\n");
  }

  Path runners() {
    return home.resolve("runners");
  }

  Path requirements() {
    return runners().resolve(FOLDER).resolve("requirements.txt");
  }

  Environments environments() {
    return new Environments(home.resolve("environments"), runners());
  }

  /** An executable that runs {@code script} by the shell. */
  Path script(String directory, String name, String script) {
    Path file = home.resolve(directory).resolve(name);
    write(file, "#!/bin/sh\n" + script + "\n");
    try {
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What an interpreter says of itself, as a command of the shell. */
  static String says(String runtime, String executable) {
    return "echo '{\"runtime\":\"%s\",\"title\":\"Lab\",\"version\":\"7.1.0\",\"executable\":\"%s\"}'"
        .formatted(runtime, executable);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
