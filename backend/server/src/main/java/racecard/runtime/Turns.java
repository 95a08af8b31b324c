package racecard.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps measuring and adding libraries apart, in one process or in several: what is measured is not
 * disturbed, and no environment changes under a child that runs in it. Whoever adds goes first.
 *
 * @param directory with the two files that are locked, which the system lets go with their process
 */
record Turns(Path directory) {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String MEASURING = "measuring.lock";
  private static final String ADDING = "adding.lock";

  /** The turn to measure a job; empty while libraries are being added or wait to be. */
  Optional<Turn> toMeasure() {
    try {
      FileChannel measuring = locked(MEASURING);
      if (measuring == null) {
        return Optional.empty();
      }
      FileChannel adding = lockedWith(measuring, ADDING, System.nanoTime());
      if (adding == null) {
        return Optional.empty();
      }
      adding.close();
      return Optional.of(new Turn(measuring));
    } catch (IOException cannotLock) {
      return Optional.of(new Turn()); // then nobody can add anything there either
    }
  }

  /**
   * The turn to add libraries, once the job in hand has ended; empty when that is not within {@code
   * limit}, or when the thread is interrupted, which then stays so. No job begins meanwhile.
   */
  Optional<Turn> toAdd(Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    FileChannel adding = awaited(ADDING, deadline);
    if (adding == null) {
      return Optional.empty();
    }
    FileChannel measuring = lockedWith(adding, MEASURING, deadline);
    return measuring == null ? Optional.empty() : Optional.of(new Turn(measuring, adding));
  }

  /** A second lock beside {@code first}, which is let go when it cannot be had. */
  private @Nullable FileChannel lockedWith(FileChannel first, String name, long deadline)
      throws IOException {
    FileChannel second = null;
    try {
      second = awaited(name, deadline);
      return second;
    } finally {
      if (second == null) {
        first.close();
      }
    }
  }

  private @Nullable FileChannel awaited(String name, long deadline) throws IOException {
    FileChannel channel = locked(name);
    try {
      while (channel == null && System.nanoTime() < deadline) {
        Thread.sleep(LOOK);
        channel = locked(name);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return channel;
  }

  private @Nullable FileChannel locked(String name) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException ours) {
      // Another thread of this process has it, which is as good as another process.
    }
    channel.close();
    return null;
  }
}
