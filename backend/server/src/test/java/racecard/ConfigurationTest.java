package racecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  @TempDir private Path data;

  @Test
  void without_a_word_it_listens_on_loopback_and_measures() {
    Configuration configuration = configuration(Map.of(), Map.of());
    assertThat(configuration.web().address()).isEqualTo("127.0.0.1");
    assertThat(configuration.web().port()).isEqualTo(7070);
    assertThat(configuration.web().password()).isNull();
    assertThat(configuration.postgres()).isNull();
    assertThat(configuration.worker()).isTrue();
  }

  @Test
  void an_option_beats_the_environment_and_that_beats_the_file() throws IOException {
    write("port = 1\nlisten = 127.0.0.2\nno-worker = true\n");
    Map<String, String> environment =
        Map.of("RACECARD_PORT", "2", "RACECARD_LISTEN", "127.0.0.3", "PATH", "/bin");
    Configuration configuration = configuration(Map.of(Key.PORT, "3"), environment);
    assertThat(configuration.web().port()).isEqualTo(3);
    assertThat(configuration.web().address()).isEqualTo("127.0.0.3");
    assertThat(configuration.worker()).isFalse();
  }

  @Test
  void a_file_elsewhere_may_name_the_data_directory_but_the_one_inside_may_not()
      throws IOException {
    Path elsewhere = Files.writeString(data.resolve("my.properties"), "data=" + data + "/deep\n");
    Given given = Given.read(Map.of(Key.CONFIG, elsewhere.toString()), Map.of());
    assertThat(given.data()).isEqualTo(data.resolve("deep"));
    write("data=/tmp\n");
    assertThatThrownBy(() -> configuration(Map.of(), Map.of()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("use --data");
  }

  @Test
  void data_go_where_xdg_says_unless_it_is_relative() {
    assertThat(dataIn(Map.of("XDG_DATA_HOME", "/x", "HOME", "/h"))).hasToString("/x/racecard");
    assertThat(dataIn(Map.of("XDG_DATA_HOME", "x", "HOME", "/h")))
        .hasToString("/h/.local/share/racecard");
  }

  @ParameterizedTest
  @CsvSource({"localhost, 127.0.0.1", "::1, ::1", "127.0.0.9, 127.0.0.9"})
  void loopback_may_be_written_in_every_way_and_stays_as_written(String text, String address) {
    Configuration configuration = configuration(Map.of(Key.LISTEN, text), Map.of());
    assertThat(configuration.web().address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 65536, port from 0 to 65535",
    "PORT, seven, port from 0 to 65535",
    "LISTEN, example.org, IP address",
    "LISTEN, 192.0.2.1, --password-file",
    "PUBLIC_URL, racecard.example.org, https://",
    "PUBLIC_URL, https://user@example.org, https://",
    "PUBLIC_URL, https://example.org/deep, https://",
    "PUBLIC_URL, ftp://example.org, https://",
    "DATABASE, jdbc:h2:mem:x, jdbc:postgresql:",
    "DATABASE, jdbc:postgresql://h/d?password=x, --database-password-file",
    "DATABASE_USER, me, needs --database",
    "ALLOW_URLS, all, none or public",
    "NO_WORKER, yes, true or false",
    "CONFIG, /does/not/exist, no configuration file",
  })
  void what_cannot_be_meant_is_refused_with_its_name(Key key, String text, String words) {
    assertThatThrownBy(() -> configuration(Map.of(key, text), Map.of()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(words);
    assertThatThrownBy(() -> configuration(Map.of(), Map.of(key.variable(), text)))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(words);
  }

  @Test
  void a_refusal_says_which_source_it_means() throws IOException {
    write("port=x\n");
    assertThatThrownBy(() -> configuration(Map.of(), Map.of()))
        .hasMessageStartingWith("port in " + data.resolve("racecard.properties"));
    assertThatThrownBy(() -> configuration(Map.of(), Map.of("RACECARD_PORT", "x")))
        .hasMessageStartingWith("RACECARD_PORT must be");
  }

  @Test
  void a_password_of_a_few_letters_is_refused() throws IOException {
    Path file = data.resolve("password");
    OwnerOnly.file(file);
    Files.writeString(file, "short\n");
    assertThatThrownBy(() -> configuration(Map.of(Key.PASSWORD_FILE, file.toString()), Map.of()))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("at least 8 characters");
  }

  @Test
  void an_empty_or_missing_password_file_is_refused() throws IOException {
    Path file = data.resolve("password");
    Map<Key, String> options = Map.of(Key.PASSWORD_FILE, file.toString());
    assertThatThrownBy(() -> configuration(options, Map.of())).isInstanceOf(CannotOpen.class);
    OwnerOnly.file(file);
    assertThatThrownBy(() -> configuration(options, Map.of())).isInstanceOf(CannotOpen.class);
  }

  @Test
  void only_near_words_are_called_near() {
    assertThat(Nearest.to("colour", Key.ids())).isEmpty();
    assertThat(Nearest.to("x", Key.ids())).isEmpty();
    assertThat(Nearest.to("prot", Key.ids())).contains("port");
    assertThat(Nearest.to("dta", Key.ids())).contains("data");
    assertThat(Nearest.to("databse-user", Key.ids())).contains("database-user");
  }

  private void write(String text) throws IOException {
    Files.writeString(data.resolve("racecard.properties"), text);
  }

  private Configuration configuration(Map<Key, String> options, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("RACECARD_DATA", data.toString());
    return Configuration.of(Given.read(options, all));
  }

  private static Path dataIn(Map<String, String> environment) {
    return Given.read(Map.of(), environment).data();
  }
}
