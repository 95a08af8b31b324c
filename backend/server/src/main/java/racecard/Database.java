package racecard;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import racecard.queue.Engine;

/** The one database that everything is kept in, opened and brought up to date. */
public final class Database implements AutoCloseable {
  // WRITE_DELAY=0 and the version of H2 keep acknowledged commits through kill -9 (docs/QUEUE.md);
  // it only works from the address. Without reuse a statement asked twice is answered twice.
  private static final String SETTINGS =
      ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=3000";

  private static final String NAME = "racecard";
  private static final int CONNECTIONS = 10;
  private static final int IN_USE = 90020; // H2: database may be already in use

  private final HikariDataSource pool;
  private final Engine engine;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, Engine engine) {
    this.pool = pool;
    this.engine = engine;
    this.jdbi = jdbi(pool, "current_timestamp");
  }

  /** Opens the H2 file in {@code directory}, which only its owner may enter afterwards. */
  public static Database embedded(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    prepare(absolute);
    Database database =
        open("jdbc:h2:file:" + absolute.resolve(NAME) + SETTINGS, "racecard", "racecard");
    restrict(absolute);
    return database;
  }

  /** Opens the database at a JDBC address, {@code jdbc:postgresql:…} or {@code jdbc:h2:…}. */
  public static Database at(String url, @Nullable String user, @Nullable String password) {
    return open(url, user, password);
  }

  /** Statements on {@code source} whose {@code <now>} is {@code now}: the one seam for time. */
  static Jdbi jdbi(DataSource source, String now) {
    return Jdbi.create(source).define("now", now);
  }

  /** What stores speak to the database with. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Which database it is. */
  public Engine engine() {
    return engine;
  }

  /** The connections, for whoever looks after them. */
  DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Database open(String url, @Nullable String user, @Nullable String password) {
    Engine engine = engine(url);
    HikariDataSource pool = pool(url, user, password, engine);
    try {
      migrate(pool, url);
      return new Database(pool, engine);
    } catch (CannotOpen | FlywayException failure) {
      pool.close();
      throw failure instanceof CannotOpen
          ? failure
          : new CannotOpen(
              "The database at %s could not be brought up to date: %s"
                  .formatted(url, failure.getMessage()),
              failure);
    }
  }

  private static Engine engine(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return Engine.H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return Engine.POSTGRESQL;
    }
    throw new CannotOpen(
        "The database address %s is not one Racecard knows: it begins with jdbc:postgresql: or jdbc:h2:"
            .formatted(url),
        null);
  }

  private static HikariDataSource pool(
      String url, @Nullable String user, @Nullable String password, Engine engine) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setUsername(user);
    configuration.setPassword(password);
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setPoolName("racecard");
    switch (engine) {
      case H2 -> {
        // Else H2 closes itself on SIGTERM, while the worker still has to hand its job back.
        configuration.addDataSourceProperty("DB_CLOSE_ON_EXIT", "FALSE");
        // H2 remembers 8 parsed statements a connection by itself; claim and finish need 14.
        configuration.addDataSourceProperty("QUERY_CACHE_SIZE", "200");
      }
      case POSTGRESQL -> {
        // Else who waits for a server that vanished without a word waits for ever.
        configuration.addDataSourceProperty("socketTimeout", "60");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
      }
    }
    try {
      return new HikariDataSource(configuration);
    } catch (RuntimeException failure) {
      throw new CannotOpen(reason(url, failure), failure);
    }
  }

  private static void migrate(DataSource source, String url) {
    Flyway flyway =
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load();
    for (MigrationInfo applied : flyway.info().applied()) {
      if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new CannotOpen(
            "A newer Racecard has written to %s (its tables are at version %s): start that one, or name other data"
                .formatted(url, applied.getVersion()),
            null);
      }
    }
    flyway.migrate();
  }

  private static String reason(String url, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return refusal.getErrorCode() == IN_USE
            ? "Another Racecard uses the data of %s: stop it, or name another directory with --data"
                .formatted(url)
            : "The database at %s could not be opened: %s".formatted(url, refusal.getMessage());
      }
    }
    return "The database at %s could not be opened: %s".formatted(url, failure.getMessage());
  }

  private static void prepare(Path directory) {
    if (directory.toString().contains(";")) {
      throw new CannotOpen(
          "The data directory %s has a semicolon in its name, which H2 cannot read: choose another"
                  .formatted(directory)
              + " with --data",
          null);
    }
    try {
      OwnerOnly.directory(directory);
      OwnerOnly.file(directory.resolve(NAME + ".mv.db"));
      restrict(directory);
    } catch (IOException failure) {
      throw DataDirectory.notWritable(directory, failure);
    }
  }

  private static void restrict(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Database::isOurs).toList()) {
        OwnerOnly.file(file);
      }
    } catch (IOException failure) {
      throw new CannotOpen(
          "The files in %s belong to somebody else: choose another directory with --data"
              .formatted(directory),
          failure);
    }
  }

  private static boolean isOurs(Path file) {
    return file.getFileName().toString().startsWith(NAME) && Files.isRegularFile(file);
  }
}
