package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command that adds libraries, with an interpreter that needs as long as it is let to. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LibrariesIT {
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path home;

  @BeforeEach
  void interpreter() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", pipe().toString()).start().waitFor()).isZero();
    Path file = Files.createDirectory(home.resolve("bin")).resolve("python3");
    Files.writeString(
        file,
        """
        #!/bin/sh
        if [ "$3" != venv ]; then
          echo '{"runtime":"lab-7","title":"Lab","version":"7","executable":"'"$0"'"}'
          exit
        fi
        if [ -e %1$s/quick ]; then
          mkdir -p "$4/bin" && printf '#!/bin/sh\\n' > "$4/bin/python" && chmod +x "$4/bin/python"
          exit
        fi
        echo $$ > %1$s/pipe
        exec sleep 600
        """
            .formatted(home));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void libraries_can_be_added_before_the_first_start_and_then_it_starts() throws Exception {
    Files.createFile(home.resolve("quick"));
    try (RunningCommand adding = start("libraries", "lab-7", "--data", data())) {
      assertThat(adding.output()).endsWith("lab-7: added");
      assertThat(adding.exit()).isZero();
    }
    try (RunningCommand serve = start("serve", "--port", "0", "--data", data())) {
      assertThat(serve.address()).isNotNull();
    }
  }

  @Test
  void told_to_stop_it_ends_what_it_started() throws Exception {
    try (RunningCommand adding = start("libraries", "lab-7", "--data", data())) {
      ProcessHandle maker = maker();
      adding.terminate();
      assertThat(adding.exit()).isEqualTo(TERMINATED);
      assertThat(maker.isAlive()).isFalse();
    }
  }

  @Test
  void what_a_killed_one_left_is_ended_before_libraries_are_added_again() throws Exception {
    RunningCommand killed = start("libraries", "lab-7", "--data", data());
    ProcessHandle maker = maker();
    killed.close();
    killed.exit();
    assertThat(maker.isAlive()).isTrue();
    Files.createFile(home.resolve("quick"));
    try (RunningCommand again = start("libraries", "lab-7", "--data", data())) {
      assertThat(again.output()).endsWith("lab-7: added");
    }
    assertThat(maker.isAlive()).isFalse();
  }

  @Test
  void a_name_that_nobody_has_is_refused_before_anything_is_added() throws Exception {
    try (RunningCommand typo = start("libraries", "lab-7", "lab-77", "--data", data())) {
      assertThat(typo.exit()).isEqualTo(2);
      assertThat(typo.errors()).singleElement().asString().contains("did you mean lab-7?");
    }
    assertThat(Path.of(data())).doesNotExist();
  }

  /** The process that makes the environment: it writes its number into a pipe. */
  private ProcessHandle maker() throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(pipe()).strip())).orElseThrow();
  }

  private Path pipe() {
    return home.resolve("pipe");
  }

  private RunningCommand start(String... arguments) throws IOException {
    Map<String, String> variables =
        Map.of("RACECARD_RUNTIMES", "found", "PATH", home.resolve("bin") + ":/usr/bin:/bin");
    return RunningCommand.start(home, variables, arguments);
  }

  private String data() {
    return home.resolve("data").toString();
  }
}
