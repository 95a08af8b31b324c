package racecard.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Manifest;

/**
 * The directories with the contenders' libraries, one for each runtime that needs some; an
 * interpreter of the system is never changed.
 *
 * @param directory where they lie
 * @param runners where the runners' folders lie
 */
public record Environments(Path directory, Path runners) {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String MADE = "racecard-made"; // written last: what a killed making lacks
  private static final String FAILED = "racecard-failed";
  private static final int TOLD = 600;

  /** What is known of a runtime's environment. */
  public sealed interface State {
    /** The runtime's contenders need no library. */
    record NotNeeded() implements State {}

    /** Nobody has made it yet, or its libraries have changed since. */
    record Absent() implements State {}

    /** It can be used. */
    record Made() implements State {}

    /** It could not be made. */
    record Failed(String reason) implements State {}
  }

  /** How the environment of {@code runtime} is. */
  public State of(FoundRuntime runtime) {
    Manifest.Libraries libraries = Manifest.in(runtime.folder()).libraries();
    if (libraries == null || runtime.reason() != null) {
      return new State.NotNeeded();
    }
    try {
      return state(runtime, stamp(runtime, libraries));
    } catch (UncheckedIOException unreadable) {
      return new State.Failed(
          "Which libraries it needs cannot be read: " + unreadable.getMessage());
    }
  }

  private State state(FoundRuntime runtime, String stamp) {
    if (says(home(runtime).resolve(MADE)).filter(stamp::equals).isPresent()) {
      return new State.Made();
    }
    return says(failure(runtime))
        .filter(text -> text.startsWith(stamp + "\n"))
        .<State>map(text -> new State.Failed(text.substring(stamp.length() + 1)))
        .orElseGet(State.Absent::new);
  }

  /** Changes whenever libraries are added or taken away. */
  public long stamp() {
    try {
      return Files.exists(directory) ? Files.getLastModifiedTime(directory).toMillis() : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /** The interpreter that has the libraries, where they were added; else the one that was found. */
  Path interpreter(FoundRuntime runtime) {
    Manifest.Libraries libraries = Manifest.in(runtime.folder()).libraries();
    return libraries != null && of(runtime) instanceof State.Made
        ? Path.of(filled(runtime).fill(libraries.interpreter()))
        : Path.of(runtime.executable());
  }

  /**
   * Makes it anew for whoever has the turn to add; what was there before is gone. The commands'
   * words stay in the reason when one fails. Ends early when the thread is interrupted, and leaves
   * everything as it is when it was before.
   */
  public State make(FoundRuntime runtime) {
    Manifest.Libraries libraries = Manifest.in(runtime.folder()).libraries();
    if (libraries == null) {
      return new State.NotNeeded();
    }
    if (Thread.currentThread().isInterrupted()) {
      return of(runtime);
    }
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      return made(runtime, libraries);
    } catch (IOException | UncheckedIOException failure) {
      return new State.Failed("Its environment cannot be written: " + failure.getMessage());
    }
  }

  private State made(FoundRuntime runtime, Manifest.Libraries libraries) throws IOException {
    Path home = home(runtime);
    remove(home);
    Files.deleteIfExists(failure(runtime));
    for (List<String> command : libraries.make()) {
      List<String> filled = command.stream().map(filled(runtime)::fill).toList();
      if (Command.run(filled, true, LIMIT) instanceof Command.Result.Failed failed) {
        return failed(runtime, stamp(runtime, libraries), filled, failed);
      }
    }
    Files.writeString(home.resolve(MADE), stamp(runtime, libraries));
    touch();
    return new State.Made();
  }

  private State failed(
      FoundRuntime runtime, String stamp, List<String> command, Command.Result.Failed failed)
      throws IOException {
    remove(home(runtime));
    String said = failed.output().strip();
    String end = said.length() <= TOLD ? said : "… " + said.substring(said.length() - TOLD);
    String reason =
        "`%s` %s%s"
            .formatted(String.join(" ", command), failed.why(), end.isEmpty() ? "." : ": " + end);
    if (!Thread.currentThread().isInterrupted()) {
      Files.writeString(failure(runtime), stamp + "\n" + reason);
    }
    return new State.Failed(reason);
  }

  private Filled filled(FoundRuntime runtime) {
    return filled(runtime, Path.of(runtime.executable()), "");
  }

  /** What a manifest's commands are filled with. */
  Filled filled(FoundRuntime runtime, Path interpreter, String strategy) {
    return new Filled(
        interpreter.toString(),
        runners.resolve(runtime.folder()).toString(),
        home(runtime),
        strategy);
  }

  private Path home(FoundRuntime runtime) {
    return directory.resolve(runtime.id());
  }

  private Path failure(FoundRuntime runtime) {
    return directory.resolve(runtime.id() + "." + FAILED);
  }

  /** Changes with the interpreter and with the libraries that are wanted. */
  private String stamp(FoundRuntime runtime, Manifest.Libraries libraries) {
    CRC32 sum = new CRC32();
    try {
      sum.update(Files.readAllBytes(runners.resolve(runtime.folder()).resolve(libraries.pins())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return "%s %s %x".formatted(runtime.version(), runtime.executable(), sum.getValue());
  }

  // An entry that comes and goes changes the directory's time.
  private void touch() throws IOException {
    Files.delete(Files.createTempFile(directory, "racecard", ".touch"));
  }

  private static Optional<String> says(Path file) {
    try {
      return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void remove(@Nullable Path home) throws IOException {
    if (home == null || !Files.exists(home)) {
      return;
    }
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
