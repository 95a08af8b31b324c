package racecard.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A runtime that was found on a host, as it describes itself.
 *
 * @param id the first part of its contenders' names, as {@code cpython-3.11}
 * @param folder the folder of its runner
 * @param executable where it lies
 * @param reason why Racecard cannot measure it at all; null when it can
 * @param facts what a person may want to know, in the order to show
 * @param libraries the versions of the contenders' libraries that it has
 * @param missing the strategies that cannot be measured with it
 */
public record FoundRuntime(
    String id,
    String folder,
    String title,
    String version,
    String executable,
    @Nullable String reason,
    SequencedMap<String, String> facts,
    SequencedMap<String, String> libraries,
    Map<String, Missing> missing) {

  /** Copies the maps, so that a runtime never changes. */
  public FoundRuntime {
    facts = new LinkedHashMap<>(facts);
    libraries = new LinkedHashMap<>(libraries);
    missing = Map.copyOf(missing);
  }

  /**
   * Why a strategy cannot be measured.
   *
   * @param byLibraries whether adding the runner's libraries mends it
   */
  public record Missing(String reason, boolean byLibraries) {}

  /** The same with one more fact. */
  public FoundRuntime knowing(String fact, String text) {
    SequencedMap<String, String> more = new LinkedHashMap<>(facts);
    more.put(fact, text);
    return new FoundRuntime(
        id, folder, title, version, executable, reason, more, libraries, missing);
  }

  /** The same at another executable. */
  public FoundRuntime at(String other) {
    return new FoundRuntime(id, folder, title, version, other, reason, facts, libraries, missing);
  }

  /** The id without its version: what a request may say for the newest of several. */
  public String family() {
    return family(id);
  }

  static String family(String runtime) {
    int dash = runtime.indexOf('-');
    return dash < 0 ? runtime : runtime.substring(0, dash);
  }

  /** Why {@code strategy} cannot be measured with it; empty when it can. */
  public Optional<Missing> lacks(String strategy) {
    return Optional.ofNullable(missing.get(strategy));
  }

  /** The command that adds the libraries of its contenders. */
  public String remedy() {
    return "./racecard libraries " + id;
  }
}
