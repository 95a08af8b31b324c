package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import racecard.TestDatabase;
import racecard.catalog.FoundRuntime;
import racecard.catalog.RuntimesJson;
import racecard.catalog.Workload;
import racecard.queue.JobState;
import racecard.run.Run;
import racecard.runtime.Executables;
import racecard.sample.ContenderStatus;
import racecard.sample.Status;

/** Runs on a runtime besides the JVM: an interpreter of this machine under a name of its own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class OtherRuntimeTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static final String LAB = "lab-7.1";

  @TempDir private Path home;
  private Path interpreter;
  private AtWork work;

  @BeforeEach
  void begin() throws IOException {
    interpreter = home.resolve("python3");
    Files.writeString(
        interpreter,
        """
        #!/bin/sh
        case "$2" in
          */describe.py) echo '{"runtime":"%s","title":"Lab","version":"7.1","executable":"'"$0"'",
            "missing":{"trio":{"reason":"The library trio is not installed.","library":true}}}' ;;
          *) exec python3 "$@" ;;
        esac
        """
            .formatted(LAB));
    Files.setPosixFilePermissions(interpreter, PosixFilePermissions.fromString("rwxr-xr-x"));
    work = AtWork.with(DATABASE, new Executables(List.of(home), home));
  }

  @AfterEach
  void stop() {
    work.close();
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void its_contenders_are_measured_beside_those_of_the_jvm() {
    Run run = submit("jvm/sequential", "jvm/threads", LAB + "/sequential", LAB + "/threads");

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

    assertThat(work.measured(run)).hasSize(36).allMatch(sample -> sample.valid());
    assertThat(work.assessment(run).comparison().placing(LAB + "/threads"))
        .hasValueSatisfying(placing -> {
          assertThat(placing.baseline()).isEqualTo(LAB + "/sequential");
          assertThat(placing.medianNs()).isGreaterThan(20_000_000);
        });
    assertThat(work.status(run, LAB + "/threads").factsJson()).contains("gil");
  }

  @Test
  void what_was_found_stands_in_the_hosts_row() {
    work.until("the look", this::foundHere);

    assertThat(found()).extracting(FoundRuntime::id).contains(LAB);
  }

  @Test
  void an_interpreter_that_vanishes_leaves_the_others_in_the_race() throws IOException {
    work.until("the look", this::foundHere);
    Files.delete(interpreter);

    Run run = submit("jvm/sequential", "jvm/threads", LAB + "/threads");

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(work.status(run, "jvm/threads").status()).isEqualTo(Status.MEASURED);
    assertThat(skipped(run, LAB + "/threads").reason()).contains(interpreter.toString());
  }

  @Test
  void a_contender_that_this_host_lacks_is_skipped_with_the_remedy() {
    Run run = submit("jvm/sequential", LAB + "/trio", "elsewhere-1/threads");

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    ContenderStatus trio = skipped(run, LAB + "/trio");
    assertThat(trio.reason()).isEqualTo("The library trio is not installed.");
    assertThat(trio.remedy()).isEqualTo("./racecard libraries " + LAB);
    assertThat(skipped(run, "elsewhere-1/threads").reason()).contains("no elsewhere-1");
  }

  private ContenderStatus skipped(Run run, String contender) {
    ContenderStatus status = work.status(run, contender);
    assertThat(status.status()).isEqualTo(Status.SKIPPED);
    return status;
  }

  private Run submit(String... contenders) {
    return work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 20L), 4, contenders));
  }

  private boolean foundHere() {
    return found().stream().anyMatch(one -> one.executable().equals(interpreter.toString()));
  }

  private List<FoundRuntime> found() {
    return work.hosts.all().stream()
        .flatMap(host -> RuntimesJson.read(host.runtimesJson()).stream())
        .toList();
  }
}
