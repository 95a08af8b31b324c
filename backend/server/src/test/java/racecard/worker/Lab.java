package racecard.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import racecard.runner.Installation;
import racecard.runtime.Environments;
import racecard.runtime.Executables;
import racecard.runtime.Runtimes;

/** This machine's Python under other names, below a directory of a test's own. */
record Lab(Path home) {
  /** The real children, with the interpreters of this lab and of this machine's usual places. */
  Installation installation() {
    return new Installation(AtWork.INSTALLATION.java(), children(), runtimes());
  }

  /** The runtimes as one process sees them; another may at the same time. */
  Runtimes runtimes() {
    Executables executables = new Executables(List.of(bin()), home.resolve("nobody"));
    return new Runtimes(
        executables, new Environments(home.resolve("environments"), children()), false);
  }

  private Path bin() {
    return home.resolve("bin");
  }

  // Interpreters of other names lie in the same directory.
  private static int number(String id) {
    return id.codePoints().sum();
  }

  private static Path children() {
    return AtWork.INSTALLATION.children().toAbsolutePath();
  }

  /** A file that calls itself {@code id} and is this machine's Python in everything else. */
  Path interpreter(String id) throws IOException {
    return interpreter(id, "{}");
  }

  /** The same, which says in JSON what it is missing. */
  Path interpreter(String id, String missing) throws IOException {
    Path file = Files.createDirectories(bin()).resolve("python3." + number(id));
    Files.writeString(
        file,
        """
        #!/bin/sh
        case "$*" in
        *describe.py)
          echo '{"runtime":"%s","title":"Lab","version":"1.0","executable":"'"$0"'","missing":%s}' ;;
        *) exec %s "$@" ;;
        esac
        """
            .formatted(id, missing, python()));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static Path python() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(directory -> Path.of(directory, "python3"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("These tests need a python3 on the search path."));
  }
}
