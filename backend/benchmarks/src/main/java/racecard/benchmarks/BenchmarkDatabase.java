package racecard.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import racecard.Database;
import racecard.queue.Engine;

/** A fresh database as in production, with a second pool of connections for whoever competes. */
final class BenchmarkDatabase implements AutoCloseable {
  private static final String H2_SETTINGS =
      ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=3000";

  /** Which one. */
  enum Kind {
    H2,
    POSTGRESQL
  }

  private final Database database;
  private final HikariDataSource source;
  private final @Nullable EmbeddedPostgres server;
  private final Path directory;

  private BenchmarkDatabase(
      Database database,
      HikariDataSource source,
      @Nullable EmbeddedPostgres server,
      Path directory) {
    this.database = database;
    this.source = source;
    this.server = server;
    this.directory = directory;
  }

  static BenchmarkDatabase open(Kind kind) throws IOException {
    Path directory = Files.createTempDirectory("racecard-benchmark");
    return switch (kind) {
      case H2 ->
          new BenchmarkDatabase(
              Database.embedded(directory),
              pool("jdbc:h2:file:" + directory.resolve("racecard") + H2_SETTINGS, "racecard"),
              null,
              directory);
      case POSTGRESQL -> postgres(directory);
    };
  }

  private static BenchmarkDatabase postgres(Path directory) throws IOException {
    // The embedded server's own default does not wait for the disk; a team's server does.
    EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
    String url = server.getJdbcUrl("postgres", "postgres");
    return new BenchmarkDatabase(
        Database.at(url, "postgres", "postgres"), pool(url, "postgres"), server, directory);
  }

  private static HikariDataSource pool(String url, String user) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setUsername(user);
    configuration.setPassword(user);
    configuration.setMaximumPoolSize(10);
    return new HikariDataSource(configuration);
  }

  Jdbi jdbi() {
    return database.jdbi();
  }

  Engine engine() {
    return database.engine();
  }

  DataSource source() {
    return source;
  }

  /** Lets the planner know how many rows there are, as a server does by itself after a while. */
  void analyze() {
    jdbi().useHandle(handle -> handle.execute("analyze"));
  }

  @Override
  public void close() throws IOException {
    source.close();
    database.close();
    if (server != null) {
      server.close();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
