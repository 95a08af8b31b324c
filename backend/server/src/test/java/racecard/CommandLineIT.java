package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program as a person meets it: what it says, how it ends, what it leaves. */
final class CommandLineIT {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int TERMINATED = 128 + 15;
  private static final int STOP_LIMIT_S = 10;

  @TempDir private Path home;

  @Test
  void it_answers_at_the_address_that_it_prints() throws Exception {
    try (RunningCommand serve = serve()) {
      assertThat(status(serve.address().resolve("/api/v1/catalog"))).isEqualTo(200);
      assertThat(serve.errors()).isEmpty();
    }
  }

  @Test
  void without_options_its_data_lie_where_xdg_says_for_their_owner_only() throws Exception {
    try (RunningCommand serve = start("serve", "--port", "0")) {
      serve.address();
      Path data = home.resolve(".local/share/racecard");
      assertThat(mode(data)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files)
            .extracting(file -> file.getFileName() + " " + mode(file))
            .containsExactlyInAnyOrder(
                "racecard.lock rw-------", "racecard.log rw-------", "racecard.mv.db rw-------");
      }
    }
  }

  @Test
  void sigterm_ends_it_in_time_while_a_client_holds_on_and_its_data_open_again() throws Exception {
    try (RunningCommand serve = serve()) {
      URI address = serve.address();
      try (Socket idle = new Socket(address.getHost(), address.getPort())) {
        idle.getOutputStream()
            .write("GET /api/v1/catalog HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
        serve.terminate();
        assertThat(serve.exit(STOP_LIMIT_S)).isEqualTo(TERMINATED);
      }
    }
    try (RunningCommand again = serve()) {
      assertThat(status(again.address().resolve("/api/v1/catalog"))).isEqualTo(200);
    }
  }

  @Test
  void a_second_process_on_the_same_data_is_refused_while_the_first_goes_on() throws Exception {
    try (RunningCommand first = serve()) {
      URI address = first.address();
      refused(FAILED, "another with --data", "serve", "--port", "0", "--data", data());
      assertThat(status(address.resolve("/api/v1/catalog"))).isEqualTo(200);
    }
  }

  @Test
  void a_busy_port_is_refused() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(busy.getLocalPort());
      refused(FAILED, "choose another port", "serve", "--data", data(), "--port", port);
    }
  }

  @Test
  void a_database_that_does_not_answer_is_refused() throws Exception {
    String nobody = "jdbc:postgresql://127.0.0.1:1/racecard";
    refused(FAILED, "could not be opened", "serve", "--data", data(), "--database", nobody);
  }

  @Test
  void a_file_where_the_data_directory_should_be_is_refused() throws Exception {
    Path file = Files.createFile(home.resolve("file"));
    refused(FAILED, "cannot be written", "serve", "--data", file.toString());
    refused(FAILED, "cannot be written", "serve", "--data", file.resolve("below").toString());
  }

  @Test
  void a_directory_of_somebody_else_is_refused_and_left_as_it_was() throws Exception {
    Path directory = Files.createDirectory(home.resolve("photos"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createFile(directory.resolve("holiday.jpg"));
    refused(FAILED, "not Racecard's", "serve", "--data", directory.toString());
    assertThat(mode(directory)).isEqualTo("rwxr-xr-x");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void other_addresses_than_loopback_need_a_password() throws Exception {
    refused(MISUSED, "--password-file", "serve", "--data", data(), "--listen", "0.0.0.0");
  }

  @Test
  void a_password_that_others_may_read_is_refused() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "correct horse battery\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    refused(FAILED, "chmod 600", "serve", "--data", data(), "--password-file", file.toString());
  }

  @Test
  void with_a_password_that_only_its_owner_reads_it_answers_on_every_address() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "correct horse battery\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String[] options = {
      "serve",
      "--port",
      "0",
      "--data",
      data(),
      "--listen",
      "0.0.0.0",
      "--password-file",
      file.toString()
    };
    try (RunningCommand serve = start(options)) {
      assertThat(status(serve.address().resolve("/api/v1/catalog"))).isEqualTo(401);
    }
  }

  @Test
  void unknown_options_and_commands_are_refused_with_the_nearest_known() throws Exception {
    refused(MISUSED, "did you mean --port?", "serve", "--prot", "1");
    refused(MISUSED, "did you mean serve?", "server");
    refused(MISUSED, "--port is given twice", "serve", "--port", "1", "--port", "2");
    refused(MISUSED, "--port needs a value", "serve", "--port");
  }

  @Test
  void unknown_keys_of_the_configuration_and_the_environment_are_refused() throws Exception {
    Path data = Files.createDirectory(home.resolve("data"));
    Path file = Files.writeString(data.resolve("racecard.properties"), "prt=7\n");
    refused(MISUSED, file + " has prt", "serve", "--data", data());
    try (RunningCommand serve = RunningCommand.start(home, Map.of("RACECARD_PRT", "1"), "serve")) {
      refused(serve, MISUSED, "did you mean RACECARD_PORT?");
    }
  }

  @Test
  void help_names_every_key_and_without_a_command_it_is_shown() throws Exception {
    try (RunningCommand help = start("serve", "--help")) {
      assertThat(help.output()).contains(Arrays.stream(Key.values()).map(Key::option).toList());
      assertThat(help.exit()).isZero();
    }
    try (RunningCommand nothing = start()) {
      assertThat(nothing.exit()).isEqualTo(MISUSED);
      assertThat(nothing.errors()).anyMatch(line -> line.contains("serve"));
    }
  }

  @Test
  void the_doctor_says_what_hinders_and_changes_nothing() throws Exception {
    String[] doctor = {"doctor", "--data", data(), "--port", "0", "--runtimes", "found"};
    try (RunningCommand healthy = start(doctor)) {
      assertThat(healthy.output().lines())
          .allMatch(line -> line.matches("(ok|look|This|\\./racecard) .*"))
          .anyMatch(line -> line.startsWith("ok    JDK: "))
          .anyMatch(line -> line.startsWith("ok    data directory: " + data()))
          .anyMatch(line -> line.matches("(ok    cpython|ok    pypy|look  Python: no interp).*"))
          .anyMatch(line -> line.contains("load: "))
          .endsWith("./racecard serve works here.");
      assertThat(healthy.exit()).isZero();
      assertThat(Path.of(data())).doesNotExist();
    }
    Files.createFile(Path.of(data()));
    try (RunningCommand ill = start(doctor)) {
      assertThat(ill.output()).contains("bad   data directory: ").contains("does not work");
      assertThat(ill.exit()).isEqualTo(FAILED);
    }
  }

  @Test
  void the_doctor_finds_a_running_server_well() throws Exception {
    try (RunningCommand serve = serve()) {
      String port = String.valueOf(serve.address().getPort());
      try (RunningCommand doctor = start("doctor", "--data", data(), "--port", port)) {
        assertThat(doctor.output()).contains("used by process ", "taken, by Racecard");
        assertThat(doctor.exit()).isZero();
      }
    }
  }

  @Test
  void the_rehearsal_leaves_nothing_behind() throws Exception {
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    Map<String, String> variables = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    try (RunningCommand rehearsal = RunningCommand.start(home, variables, "rehearse")) {
      assertThat(rehearsal.exit()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private void refused(int code, String words, String... arguments) throws Exception {
    try (RunningCommand command = start(arguments)) {
      refused(command, code, words);
    }
  }

  /** One line that says what to do, and no trace. */
  private static void refused(RunningCommand command, int code, String words) throws Exception {
    assertThat(command.exit()).isEqualTo(code);
    assertThat(command.output()).isEmpty();
    assertThat(command.errors()).singleElement().asString().contains(words);
  }

  private RunningCommand serve() throws IOException {
    return start("serve", "--port", "0", "--data", data());
  }

  private RunningCommand start(String... arguments) throws IOException {
    return RunningCommand.start(home, Map.of(), arguments);
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private static int status(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(STOP_LIMIT_S * 1_000);
    connection.setReadTimeout(STOP_LIMIT_S * 1_000);
    return connection.getResponseCode();
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
