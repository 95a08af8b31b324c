package racecard.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code runtime.json} in a runner's folder says: how its runtimes are found, asked what
 * they are, and started, and what they can execute.
 *
 * @param folder the runner's folder, as {@code runner-python}
 * @param title what its runtimes are called together
 * @param names regular expressions for the whole file name of an executable; empty for the JVM,
 *     which is the one that Racecard runs on
 * @param places directories to look through besides the search path; {@code ~} is the home, {@code
 *     *} any one directory
 * @param describe the command that prints what an interpreter is
 * @param start the command that starts a runner of one contender
 * @param libraries how an environment with the contenders' libraries is made; null where none is
 *     needed
 * @param strategies in the order to show
 */
public record Manifest(
    String folder,
    String title,
    List<String> names,
    List<String> places,
    List<String> describe,
    List<String> start,
    @Nullable Libraries libraries,
    List<Strategy> strategies) {

  /** Copies the lists, so that a manifest never changes. */
  public Manifest {
    names = List.copyOf(names);
    places = List.copyOf(places);
    describe = List.copyOf(describe);
    start = List.copyOf(start);
    strategies = List.copyOf(strategies);
  }

  /**
   * How an environment is made.
   *
   * @param make commands in their order
   * @param interpreter the executable in the environment that they made
   * @param pins the file in the runner's folder that says which libraries: when it changes, the
   *     environment is made anew
   */
  public record Libraries(List<List<String>> make, String interpreter, String pins) {
    /** Copies the commands, so that they never change. */
    public Libraries {
      make = make.stream().map(List::copyOf).toList();
    }
  }

  /** All that this program was built with, by title. */
  public static List<Manifest> all() {
    return Manifests.BUILT;
  }

  /** Whether this program was built with {@code folder}. */
  static boolean known(String folder) {
    return all().stream().anyMatch(manifest -> manifest.folder.equals(folder));
  }

  /** The one in {@code folder}; throws IllegalArgumentException when there is none. */
  public static Manifest in(String folder) {
    return all().stream()
        .filter(manifest -> manifest.folder.equals(folder))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no runner's folder: " + folder));
  }
}
