package racecard.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/** The right to measure or to add libraries, until it is closed. */
public final class Turn implements AutoCloseable {
  private final List<FileChannel> locked;

  Turn(FileChannel... locked) {
    this.locked = List.of(locked);
  }

  @Override
  public void close() {
    for (FileChannel channel : locked) {
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        // and its lock with it
      }
    }
  }
}
