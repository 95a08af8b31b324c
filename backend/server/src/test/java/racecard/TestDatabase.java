package racecard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import racecard.queue.Engine;
import racecard.queue.Instants;

/**
 * A fresh, migrated database of one test class, whose clock the test may move.
 *
 * <p>H2 is the file of production; PostgreSQL is a real server, one per JVM, that does not force
 * its writes.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Engine engine;
  private final Database database;
  private final Jdbi steered;

  private TestDatabase(Engine engine, Database database) {
    this.engine = engine;
    this.database = database;
    this.steered = Database.jdbi(database.source(), "(select now_at from test_clock)");
    database
        .jdbi()
        .useHandle(handle -> {
          handle.execute("create table test_clock (now_at timestamp with time zone not null)");
          handle.execute("insert into test_clock (now_at) values (current_timestamp)");
        });
  }

  /** One database of each kind. */
  static Stream<TestDatabase> both() {
    return Stream.of(Engine.values()).map(TestDatabase::of);
  }

  /** An H2 database alone, for tests whose subject is not the database. */
  public static TestDatabase h2() {
    return of(Engine.H2);
  }

  /** One database of each kind, H2 without a file: for tests of many thousand statements. */
  static Stream<TestDatabase> bothInMemory() {
    return Stream.of(Engine.values())
        .map(engine ->
            switch (engine) {
              case H2 ->
                  at(
                      engine,
                      "jdbc:h2:mem:test"
                          + NUMBER.incrementAndGet()
                          + ";OPTIMIZE_REUSE_RESULTS=FALSE;LOCK_TIMEOUT=3000");
              case POSTGRESQL -> of(engine);
            });
  }

  private static TestDatabase of(Engine engine) {
    return switch (engine) {
      case H2 -> new TestDatabase(engine, Database.embedded(directory()));
      case POSTGRESQL -> at(engine, Postgres.freshDatabase());
    };
  }

  private static TestDatabase at(Engine engine, String url) {
    return new TestDatabase(engine, Database.at(url, "postgres", "postgres"));
  }

  /** Which database it is. */
  public Engine engine() {
    return engine;
  }

  /** Statements whose time is {@link #now} and only moves with {@link #pass}. */
  public Jdbi steered() {
    return steered;
  }

  /** Statements as in production: their time is the database's own. */
  public Jdbi real() {
    return database.jdbi();
  }

  /** Moves the steered clock. */
  public void pass(Duration time) {
    steered.useHandle(handle ->
        handle
            .createUpdate("update test_clock set now_at = :now")
            .bind("now", now().plus(time).atOffset(ZoneOffset.UTC))
            .execute());
  }

  /** What the steered clock shows. */
  public Instant now() {
    return steered.withHandle(handle ->
        handle
            .createQuery("select now_at from test_clock")
            .map((row, context) -> Instants.at(row, "now_at"))
            .one());
  }

  /** Deletes every row that a test may have left. */
  public void clear() {
    steered.useHandle(handle ->
        handle
            .createScript("delete from run; delete from setting; delete from duration;")
            .execute());
  }

  /** How many rows each table of the migrations has. */
  public Map<String, Long> rows() {
    return steered.withHandle(handle -> {
      Map<String, Long> rows = new TreeMap<>();
      for (String table : tables()) {
        rows.put(
            table,
            handle
                .createQuery("select count(*) from <table>")
                .define("table", table)
                .mapTo(long.class)
                .one());
      }
      return rows;
    });
  }

  /** The tables of the migrations, in lower case. */
  public List<String> tables() {
    return steered.withHandle(handle ->
        handle
            .createQuery(
                """
                select lower(table_name)
                from information_schema.tables
                where lower(table_schema) = 'public'
                  and lower(table_name) not in ('test_clock', 'flyway_schema_history')
                order by 1
                """)
            .mapTo(String.class)
            .list());
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public String toString() {
    return engine.name();
  }

  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("racecard-test");
      directory.toFile().deleteOnExit();
      directory.resolve("racecard.mv.db").toFile().deleteOnExit();
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    static String freshDatabase() {
      String name = "test" + NUMBER.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException failure) {
        throw new IllegalStateException("no test database", failure);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
