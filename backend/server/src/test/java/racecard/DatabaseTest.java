package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.queue.Engine;

final class DatabaseTest {
  private static final String OF_A_NEWER_ONE =
      """
      insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
        "script", "checksum", "installed_by", "execution_time", "success")
      values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'somebody', 1, true)
      """;

  @TempDir private Path home;

  @Test
  void the_data_directory_and_its_files_are_for_their_owner_only() throws IOException {
    Path data = home.resolve("deep/data");
    try (Database database = Database.embedded(data)) {
      assertThat(database.engine()).isEqualTo(Engine.H2);
      assertThat(permissions(data)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files).isNotEmpty().allMatch(file -> permissions(file).equals("rw-------"));
      }
    }
  }

  @Test
  void a_directory_that_was_open_to_others_is_closed_to_them() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Database.embedded(home).close();
    assertThat(permissions(home)).isEqualTo("rwx------");
  }

  @Test
  void what_was_kept_is_there_when_the_file_is_opened_again() {
    try (Database database = Database.embedded(home)) {
      database.jdbi().useHandle(handle -> handle.execute("insert into setting values ('a', 'b')"));
    }
    try (Database database = Database.embedded(home)) {
      assertThat(one(database, "select content from setting")).isEqualTo("b");
    }
  }

  @Test
  void a_file_is_opened_without_delayed_writes() {
    try (Database database = Database.embedded(home)) {
      assertThat(setting(database, "WRITE_DELAY")).isEqualTo("0");
    }
  }

  @Test
  void a_path_that_is_a_file_is_refused_in_one_sentence() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    assertThatThrownBy(() -> Database.embedded(file))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--data");
  }

  @Test
  void a_directory_with_a_semicolon_in_its_name_is_refused() {
    assertThatThrownBy(() -> Database.embedded(home.resolve("a;INIT=x")))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("semicolon");
  }

  @Test
  void an_address_of_another_database_is_refused() {
    assertThatThrownBy(() -> Database.at("jdbc:sqlite:x", "a", "b"))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void data_of_a_newer_racecard_are_left_alone() {
    try (Database database = Database.embedded(home)) {
      database.jdbi().useHandle(handle -> handle.execute(OF_A_NEWER_ONE));
    }
    assertThatThrownBy(() -> Database.embedded(home))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("newer Racecard")
        .hasMessageContaining("9999");
  }

  private static String setting(Database database, String name) {
    return one(
        database,
        "select max(setting_value) from information_schema.settings where setting_name = '"
            + name
            + "'");
  }

  private static String one(Database database, String query) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
