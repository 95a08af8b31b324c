package racecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts on a temporary directory, asks for pages once and stops: the launcher lets the JVM keep
 * what it loads meanwhile, so that every later start is short.
 */
final class Rehearsal {
  private static final int LIMIT_MS = (int) Duration.ofSeconds(20).toMillis();
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/runs/new",
          "/runs",
          "/queue",
          "/hosts",
          "/rules",
          "/import",
          "/healthz",
          "/api/v1/catalog",
          "/api/v1/runs");

  private Rehearsal() {}

  /** Plays it through. */
  static int run() {
    Path directory = temporary();
    try (Racecard racecard = Racecard.start(configuration(directory))) {
      ADDRESSES.forEach(address -> ask(racecard.address().resolve(address)));
    } finally {
      delete(directory);
    }
    return 0;
  }

  private static Configuration configuration(Path directory) {
    Map<Key, String> options =
        Map.of(Key.DATA, directory.toString(), Key.PORT, "0", Key.NO_WORKER, "true");
    return Configuration.of(Given.read(options, Map.of()));
  }

  private static void ask(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MS);
      connection.setReadTimeout(LIMIT_MS);
      connection.getResponseCode();
      connection.disconnect();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("racecard");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
