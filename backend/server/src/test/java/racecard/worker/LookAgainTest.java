package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import racecard.TestDatabase;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.host.Host;
import racecard.runner.Installation;
import racecard.runtime.Environments;
import racecard.runtime.Executables;
import racecard.runtime.Runtimes;

/** The worker finds the runtimes of its host when it starts, and when it is bid to. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LookAgainTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();

  @TempDir private Path home;

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void an_interpreter_that_came_later_is_found_when_the_worker_is_bid_to_look() throws IOException {
    interpreter("python3", "lab-1");
    try (AtWork work = AtWork.on(DATABASE, installation())) {
      work.until("the first look", () -> found(work).contains("lab-1") && !preparing(work));
      interpreter("python3.99", "lab-2");
      work.worker.lookAgain();
      work.until("the second look", () -> found(work).contains("lab-2") && !preparing(work));
      assertThat(found(work)).contains("lab-1");
      assertThat(work.worker.looking()).isFalse();
    }
  }

  private Installation installation() {
    Path children = AtWork.INSTALLATION.children();
    Environments environments = new Environments(home.resolve("environments"), children);
    Executables executables = new Executables(List.of(home.resolve("bin")), home);
    return new Installation(
        AtWork.INSTALLATION.java(), children, new Runtimes(executables, environments, false));
  }

  private static boolean preparing(AtWork work) {
    return work.hosts.find(AtWork.host()).map(Host::preparing).orElse(true);
  }

  private static List<String> found(AtWork work) {
    return work.hosts.find(AtWork.host()).stream()
        .flatMap(host -> RuntimesJson.read(host.runtimesJson()).stream())
        .map(FoundRuntime::id)
        .toList();
  }

  /** An executable that says what it is and can do nothing else. */
  private void interpreter(String name, String id) throws IOException {
    Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
    String says =
        "{\"runtime\":\"%s\",\"title\":\"Lab\",\"version\":\"1\",\"executable\":\"%s\"}"
            .formatted(id, file);
    Files.writeString(file, "#!/bin/sh\necho '%s'\n".formatted(says));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
