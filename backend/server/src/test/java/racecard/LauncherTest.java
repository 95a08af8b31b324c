package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher in a source tree of its own, where scripts stand for JDK and Maven: what it builds
 * is tested by building, here it is when.
 */
final class LauncherTest {
  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int LIMIT_S = 60;
  private static final String BUILD =
      """
      echo built >> builds.txt
      cd backend/server && mkdir -p target/lib target/children && touch target/racecard.jar
      """;

  @TempDir private Path place;
  private Path tree;

  private record Ended(int code, String output, String errors) {}

  @BeforeEach
  void plant() throws IOException {
    tree = Files.createDirectory(place.resolve("a tree"));
    // Only what the test plants may be found, whatever JDKs this machine has.
    String launcher = Files.readString(REPOSITORY.resolve("racecard"));
    assertThat(launcher).contains("/usr/lib/jvm/*");
    script("racecard", launcher.replace("/usr/lib/jvm/*", "").replace("/Library/", "/nowhere/"));
    script(".ci/build", Files.readString(REPOSITORY.resolve(".ci/build")));
    script(".ci/maven", BUILD);
    for (String file :
        List.of("pom.xml", ".mvn/maven.config", "frontend/pom.xml", "migrations/V1.sql")) {
      write(file, "");
    }
    write("backend/server/jvm.options", "");
    write("backend/server/src/main/java/A.java", "class A {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"racecard", ".ci/run", ".ci/test", ".ci/build", ".ci/maven", "mvnw"})
  void the_scripts_are_executable_and_plain_sh(String name) throws Exception {
    Path script = REPOSITORY.resolve(name);
    assertThat(script).isExecutable();
    assertThat(run("/bin/sh", "-n", script.toString())).isEqualTo(new Ended(0, "", ""));
  }

  @Test
  void without_a_new_jdk_it_says_three_ways_to_get_one() throws Exception {
    jdk("old", "17.0.15");
    Ended ended = launch("old", "serve");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors().lines()).hasSize(4);
    assertThat(ended.errors()).contains("JDK 25", "apt-get", "sdk install", "JAVA_HOME");
  }

  @Test
  void it_builds_once_for_each_state_of_the_sources() throws Exception {
    jdk("new", "25.0.3");
    assertThat(launch("new", "serve").errors()).contains("Building Racecard");
    assertThat(launch("new", "serve").errors()).isEmpty();
    write("backend/server/src/test/java/ATest.java", "class ATest {}");
    assertThat(launch("new", "serve").errors()).isEmpty();
    write("backend/server/src/main/java/A.java", "class A { int a; }");
    assertThat(launch("new", "serve").errors()).contains("Building Racecard");
    write("backend/server/src/main/java/A.java", "class A {}");
    assertThat(launch("new", "serve").errors()).isEmpty();
    assertThat(tree.resolve("builds.txt")).hasContent("built\nbuilt");
  }

  @Test
  void a_failed_build_starts_nothing_and_is_tried_again() throws Exception {
    jdk("new", "25.0.3");
    script(".ci/maven", "echo no such symbol; exit 1\n");
    for (int time = 1; time <= 2; time++) {
      Ended ended = launch("new", "serve");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.output()).isEmpty();
      assertThat(ended.errors()).contains("no such symbol");
      assertThat(tree.resolve(".racecard-build")).isEmptyDirectory();
    }
  }

  @Test
  void two_starts_at_once_build_once() throws Exception {
    jdk("new", "25.0.3");
    run("mkfifo", tree.resolve("gate").toString());
    script(".ci/maven", BUILD + "read -r line < ../../gate\n");
    try (Started first = start("new", "serve")) {
      first.awaitError("Building Racecard");
      try (Started second = start("new", "serve")) {
        second.awaitError("Another start is building Racecard");
        write("gate", "go on\n");
        assertThat(first.ended().output()).startsWith("<serve>");
        assertThat(second.ended().output()).startsWith("<serve>");
      }
    }
    assertThat(tree.resolve("builds.txt")).hasContent("built");
  }

  @Test
  void what_a_killed_build_left_is_in_nobodys_way() throws Exception {
    jdk("new", "25.0.3");
    Process dead = new ProcessBuilder("true").start();
    assertThat(dead.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
    write(".racecard-build/.new-1/racecard.jar", "half");
    Files.createSymbolicLink(
        tree.resolve(".racecard-build/.lock"), Path.of(String.valueOf(dead.pid())));
    assertThat(launch("new", "serve").output()).startsWith("<serve>");
    try (Stream<Path> builds = Files.list(tree.resolve(".racecard-build"))) {
      assertThat(builds).singleElement().satisfies(build -> assertThat(build).isDirectory());
    }
  }

  @Test
  void a_tree_that_cannot_be_written_is_refused_in_one_line() throws Exception {
    jdk("new", "25.0.3");
    write(".racecard-build", "not a directory");
    Ended ended = launch("new", "serve");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors().lines())
        .singleElement()
        .asString()
        .contains(tree.toString(), "cannot write");
  }

  @Test
  void help_needs_neither_a_jdk_nor_a_build() throws Exception {
    jdk("old", "17.0.15");
    assertThat(launch("old", "--help"))
        .isEqualTo(new Ended(0, launch("old").errors(), ""))
        .extracting(Ended::output)
        .asString()
        .contains("racecard serve", "racecard test");
    assertThat(launch("old").code()).isEqualTo(2);
    assertThat(tree.resolve(".racecard-build")).doesNotExist();
  }

  @Test
  void it_may_be_called_by_a_link() throws Exception {
    jdk("new", "25.0.3");
    Path link = Files.createSymbolicLink(place.resolve("link"), tree.resolve("racecard"));
    Ended ended = run("env", "JAVA_HOME=" + place.resolve("new"), link.toString(), "serve");
    assertThat(ended.output()).startsWith("<serve>");
  }

  @Test
  void arguments_reach_the_program_as_they_were_given_where_they_were_given() throws Exception {
    jdk("new", "25.0.3");
    Ended ended = launch("new", "serve", "--data", "with a space");
    assertThat(ended.output()).endsWith("<serve><--data><with a space> in " + place + "\n");
  }

  /** A JDK that says how it was called. */
  private void jdk(String name, String version) throws IOException {
    Path home = place.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    executable(home.resolve("bin/javac"), "");
    executable(
        home.resolve("bin/java"),
        """
        for last; do :; done
        if [ "$last" != rehearse ]; then while [ "$1" != -jar ]; do shift; done; shift 2; fi
        printf '<%s>' "$@"; echo " in $PWD"
        """);
  }

  private Ended launch(String jdk, String... arguments) throws Exception {
    try (Started started = start(jdk, arguments)) {
      return started.ended();
    }
  }

  private Started start(String jdk, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("env");
    command.add("HOME=" + place);
    command.add("JAVA_HOME=" + place.resolve(jdk));
    command.add(tree.resolve("racecard").toString());
    command.addAll(List.of(arguments));
    return Started.of(place, command);
  }

  private Ended run(String... command) throws Exception {
    try (Started started = Started.of(place, List.of(command))) {
      return started.ended();
    }
  }

  /** A command under way. */
  private record Started(Process process, Path output, Path errors) implements AutoCloseable {
    static Started of(Path place, List<String> command) throws IOException {
      Path output = Files.createTempFile(place, "out", ".txt");
      Path errors = Files.createTempFile(place, "err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(place.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      return new Started(builder.start(), output, errors);
    }

    void awaitError(String words) throws IOException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
      while (!Files.readString(errors).contains(words)) {
        assertThat(System.nanoTime()).as("waits for: %s", words).isLessThan(deadline);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }

    Ended ended() throws IOException, InterruptedException {
      assertThat(process.waitFor(LIMIT_S, TimeUnit.SECONDS)).as("ended").isTrue();
      return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void script(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    executable(file, text);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
