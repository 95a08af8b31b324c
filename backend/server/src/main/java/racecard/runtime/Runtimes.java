package racecard.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Manifest;

/** The runtimes of this host besides the JVM, as the last look found them. */
public final class Runtimes {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final @Nullable Executables executables;
  private final Environments environments;
  private final boolean addsLibraries;
  private volatile Found found = Found.NOTHING;

  /**
   * Those that {@code executables} lead to, or none; none before the first {@link #look}.
   *
   * @param addsLibraries whether a worker adds the contenders' libraries unasked, once
   */
  public Runtimes(
      @Nullable Executables executables, Environments environments, boolean addsLibraries) {
    this.executables = executables;
    this.environments = environments;
    this.addsLibraries = addsLibraries;
  }

  /** No runtime but the JVM, however often one looks. */
  public static Runtimes none() {
    Path nowhere = Path.of("/nonexistent");
    return new Runtimes(null, new Environments(nowhere, nowhere), false);
  }

  /** Looks through this host anew, which takes seconds. */
  public Found look() {
    Executables here = executables;
    if (here != null) {
      found = new Discovery(here, environments, ANSWER_LIMIT).find();
    }
    return found;
  }

  /** What the last look found. */
  public Found found() {
    return found;
  }

  /** Whether libraries are added unasked, once. */
  public boolean addsLibraries() {
    return addsLibraries;
  }

  /** Where libraries are added. */
  public Environments environments() {
    return environments;
  }

  /** The turn to measure a job; empty while libraries are being added or wait to be. */
  public Optional<Turn> toMeasure() {
    return executables == null ? Optional.of(new Turn()) : turns().toMeasure();
  }

  /**
   * The turn to add libraries, once the job in hand has ended; empty when that is not within {@code
   * limit}. No job begins meanwhile.
   */
  public Optional<Turn> toAdd(Duration limit) {
    try {
      return turns().toAdd(limit);
    } catch (IOException cannotLock) {
      return Optional.of(new Turn()); // adding says why nothing can be written there
    }
  }

  private Turns turns() {
    return new Turns(environments.directory());
  }

  /** How the runner of {@code contender} is started, as far as this host has all it needs now. */
  public Start start(ContenderName contender) {
    return found
        .find(contender.runtime())
        .map(runtime -> start(runtime, contender.strategy()))
        .orElseGet(() -> new Start.Impossible(contender.runtime() + " was not found on this host"));
  }

  /**
   * Looks first: an interpreter may be gone since it was found, and a folder since it was built.
   */
  private Start start(FoundRuntime runtime, String strategy) {
    Path folder = environments.runners().resolve(runtime.folder());
    String reason = runtime.reason();
    if (reason != null) {
      return new Start.Impossible(reason.replaceFirst("\\.$", ""));
    }
    if (!Files.isDirectory(folder)) {
      return new Start.Impossible(
          "%s is not there any more; building Racecard again puts it there".formatted(folder));
    }
    Path interpreter = environments.interpreter(runtime);
    return Files.isExecutable(interpreter)
        ? new Start.By(command(runtime, interpreter, strategy))
        : new Start.Impossible(
            "%s, where %s was found, is gone or may not be executed"
                .formatted(interpreter, runtime.title()));
  }

  private List<String> command(FoundRuntime runtime, Path interpreter, String strategy) {
    Filled filled = environments.filled(runtime, interpreter, strategy);
    return Manifest.in(runtime.folder()).start().stream().map(filled::fill).toList();
  }
}
