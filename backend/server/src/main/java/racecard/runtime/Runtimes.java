package racecard.runtime;

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

  /**
   * The command that starts the runner of {@code contender}; empty where its runtime was not found.
   */
  public Optional<List<String>> start(ContenderName contender) {
    return found
        .find(contender.runtime())
        .filter(runtime -> runtime.reason() == null)
        .map(runtime -> command(runtime, contender.strategy()));
  }

  private List<String> command(FoundRuntime runtime, String strategy) {
    Manifest manifest = Manifest.in(runtime.folder());
    Filled filled =
        new Filled(
            environments.interpreter(runtime).toString(),
            environments.runners().resolve(runtime.folder()).toString(),
            environments.directory(),
            strategy);
    return manifest.start().stream().map(filled::fill).toList();
  }
}
