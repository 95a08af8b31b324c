package racecard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class TurnsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path home;
  private Turns turns;

  @BeforeEach
  void prepare() {
    turns = new Turns(home.resolve("environments"));
  }

  @Test
  void no_job_begins_while_libraries_are_added() throws IOException {
    Turn adding = turns.toAdd(Duration.ZERO).orElseThrow();
    assertThat(turns.toMeasure()).isEmpty();
    adding.close();
    assertThat(turns.toMeasure()).isPresent();
  }

  @Test
  void nobody_adds_libraries_while_a_job_is_measured() throws IOException {
    Turn measuring = turns.toMeasure().orElseThrow();
    assertThat(turns.toAdd(Duration.ZERO)).isEmpty();
    measuring.close();
    assertThat(turns.toAdd(Duration.ZERO)).isPresent();
  }

  @Test
  void no_job_begins_while_somebody_waits_to_add_libraries() throws Exception {
    Turn measuring = turns.toMeasure().orElseThrow();
    Callable<Optional<Turn>> toAdd = () -> turns.toAdd(PATIENCE);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Optional<Turn>> adding = other.submit(toAdd);
      measuring.close();
      adding.get().orElseThrow().close();
    }
    Path waiting = home.resolve("environments").resolve("adding.lock");
    try (FileChannel channel = FileChannel.open(waiting, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(turns.toMeasure()).isEmpty();
    }
    assertThat(turns.toMeasure()).isPresent();
  }

  @Test
  void two_do_not_add_at_once() throws IOException {
    assertThat(turns.toAdd(Duration.ZERO)).isPresent();
    assertThat(turns.toAdd(Duration.ZERO)).isEmpty();
  }

  @Test
  void where_nothing_can_be_written_jobs_are_measured_all_the_same() throws IOException {
    Files.writeString(home.resolve("environments"), "a file");
    assertThat(turns.toMeasure()).isPresent();
  }

  @Test
  void an_interrupted_wait_ends_without_a_turn() throws Exception {
    Turn measuring = turns.toMeasure().orElseThrow();
    Thread.currentThread().interrupt();
    assertThat(turns.toAdd(PATIENCE)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    measuring.close();
    assertThat(turns.toMeasure()).isPresent();
  }
}
