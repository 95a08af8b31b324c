package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a JVM that works on one H2 file, again and again; the gate for every other version of H2.
 *
 * <p>{@code -Dracecard.kills=1000} kills more often than the 30 times of every build.
 */
final class KillIT {
  private static final int KILLS = Integer.getInteger("racecard.kills", 30);
  private static final int KILLS_OF_CONTROL = 10;
  private static final int LONGEST_LIFE_MS = 1_200;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path directory;
  private final Acknowledged acknowledged = new Acknowledged();
  private final Random random = new Random(1);

  @Test
  void nothing_acknowledged_is_lost_however_often_the_process_is_killed() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      hammerAndKill("careful");
      assertThat(look(acknowledged::lost)).as("after kill %d", kill).isEmpty();
    }
    drain();
    assertThat(look(acknowledged::lost)).isEmpty();
    assertThat(look(acknowledged::undone)).isEmpty();
    System.err.printf("%d kills lost nothing of %s%n", KILLS, acknowledged.count());
  }

  /** If this fails, the test above proves nothing. */
  @Test
  void the_loop_sees_what_delayed_writes_lose() throws Exception {
    List<String> lost = List.of();
    for (int kill = 1; kill <= KILLS_OF_CONTROL && lost.isEmpty(); kill++) {
      hammerAndKill("careless");
      lost = look(acknowledged::lost);
    }
    assertThat(lost).isNotEmpty();
  }

  private List<String> look(Function<Rooms, List<String>> check) {
    try (Database database = Database.embedded(directory)) {
      return check.apply(Rooms.on(database));
    }
  }

  private void hammerAndKill(String mode) throws Exception {
    Process hammer = start(mode);
    try {
      CountDownLatch started = new CountDownLatch(1);
      Thread reader = Thread.ofPlatform().start(() -> read(hammer, started));
      assertThat(started.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("started").isTrue();
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MS)).toNanos());
      hammer.destroyForcibly();
      assertThat(hammer.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("killed").isTrue();
      assertThat(reader.join(LIMIT)).as("read to the end").isTrue();
    } finally {
      hammer.destroyForcibly();
    }
  }

  private void drain() throws Exception {
    Process hammer = start("drain");
    try {
      Thread reader = Thread.ofPlatform().start(() -> read(hammer, new CountDownLatch(1)));
      assertThat(hammer.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("drained").isTrue();
      assertThat(reader.join(LIMIT)).isTrue();
      assertThat(hammer.exitValue()).isZero();
    } finally {
      hammer.destroyForcibly();
    }
  }

  private Process start(String mode) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Hammer.class.getName(),
            directory.toString(),
            mode)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void read(Process hammer, CountDownLatch started) {
    try (BufferedReader lines = hammer.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.read(line);
        started.countDown();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
