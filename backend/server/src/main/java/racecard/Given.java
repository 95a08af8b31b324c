package racecard;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import racecard.runtime.Executables;

/** What was asked for, each by the strongest source that says it: option, environment, file. */
final class Given {
  private static final String PREFIX = "RACECARD_";
  private static final String FILE_NAME = "racecard.properties";
  // Not configuration: it marks the processes of a job.
  private static final String MARKER = "RACECARD_JOB";

  private final Map<Key, Said> said = new EnumMap<>(Key.class);
  private final Path data;
  private final Executables executables;

  /**
   * One value.
   *
   * @param where how the source calls it, as in {@code --port} or {@code port in FILE}
   */
  record Said(String text, String where) {
    /** A refusal of this value. */
    UsageError refused(String must) {
      return new UsageError("%s %s, not \"%s\"".formatted(where, must, text));
    }
  }

  private Given(Map<Key, String> options, Map<String, String> environment) {
    environment(environment);
    options.forEach((key, text) -> said.put(key, new Said(text, key.option())));
    Path beforeFile = dataDirectory(environment);
    Optional<Said> named = find(Key.CONFIG);
    Path file = named.map(config -> path(config)).orElse(beforeFile.resolve(FILE_NAME));
    file(file, named.isPresent());
    data = dataDirectory(environment);
    executables = new Executables(searchPath(environment), userHome(environment));
  }

  /** Reads all sources; refuses names that nobody knows. */
  static Given read(Map<Key, String> options, Map<String, String> environment) {
    return new Given(options, environment);
  }

  /** What was said about {@code key}. */
  Optional<Said> find(Key key) {
    return Optional.ofNullable(said.get(key));
  }

  /** Where everything is kept. */
  Path data() {
    return data;
  }

  /** Where commands are looked for. */
  Executables executables() {
    return executables;
  }

  private static List<Path> searchPath(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(part -> part.startsWith("/"))
        .map(Path::of)
        .toList();
  }

  private static Path userHome(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
  }

  /** The path that {@code value} names. */
  static Path path(Said value) {
    if (value.text().isBlank() || value.text().indexOf('\0') >= 0) {
      throw value.refused("must be a path");
    }
    return Path.of(value.text()).toAbsolutePath().normalize();
  }

  private void environment(Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(PREFIX) && !name.equals(MARKER)) {
        Key key =
            Key.ofId(id(name))
                .filter(known -> known.variable().equals(name))
                .orElseThrow(() ->
                    new UsageError(
                        "The environment has %s, which Racecard does not know%s"
                            .formatted(name, Nearest.question(name, Key.variables()))));
        said.put(key, new Said(variable.getValue(), name));
      }
    }
  }

  private static String id(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void file(Path file, boolean mustExist) {
    boolean inData = !mustExist;
    Properties properties = load(file, mustExist);
    for (String name : properties.stringPropertyNames()) {
      Key key = Key.ofId(name).orElseThrow(() -> unknown(name, file));
      if (key == Key.CONFIG || (key == Key.DATA && inData)) {
        throw new UsageError(
            "%s has %s, which that file cannot say: use %s".formatted(file, name, key.option()));
      }
      said.putIfAbsent(
          key, new Said(properties.getProperty(name).strip(), "%s in %s".formatted(name, file)));
    }
  }

  private static UsageError unknown(String name, Path file) {
    return new UsageError(
        "%s has %s, which Racecard does not know%s"
            .formatted(file, name, Nearest.question(name, Key.ids())));
  }

  private static Properties load(Path file, boolean mustExist) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException missing) {
      if (mustExist) {
        throw new UsageError("There is no configuration file %s".formatted(file));
      }
    } catch (IOException | IllegalArgumentException failure) {
      // A path whose parent is a file has no configuration either; opening the data says so.
      if (mustExist || Files.exists(file)) {
        throw new UsageError(
            "The configuration file %s cannot be read (%s): it must be UTF-8 lines such as port=7070"
                .formatted(file, failure.getMessage()));
      }
    }
    return properties;
  }

  private Path dataDirectory(Map<String, String> environment) {
    return find(Key.DATA)
        .map(Given::path)
        .orElseGet(() -> home(environment).resolve("racecard").toAbsolutePath().normalize());
  }

  // The rule of the XDG base directories: a relative path there counts as none.
  private static Path home(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    if (xdg.startsWith("/")) {
      return Path.of(xdg);
    }
    return userHome(environment).resolve(".local/share");
  }
}
